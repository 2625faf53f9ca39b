/**
 * The support infrastructure: who belongs to it, whether an organisation is accredited by the requirements of an act, which
 * services it offers to which sector and how much of them, and how much the sectors need. The development centre (МЦРП) and
 * its district centres take in applications; employees with the role {@code infrastructure} are bound to them.
 *
 * <p>Enter through {@link InfrastructureOrganisations}, {@link Accreditations}, {@link Coverage} and {@link
 * InfrastructureDirectory}.
 *
 * <p>Who may: {@code department} and {@code gckr} enter, another employee of {@code department} gives an accreditation that
 * was proposed; all who read clusters read.
 *
 * <p>Time: periods are half-open. Nothing is overwritten; every row points to the change that recorded and superseded it.
 *
 * <p>Source: draft Concept of cluster policy, principle 8; 209-ФЗ, art. 15; 724-ПП of 04.08.2009, requirements; domain facts
 * 1.1 and 8.1.
 */
@NullMarked
package ru.mos.clusters.infrastructure;

import org.jspecify.annotations.NullMarked;
