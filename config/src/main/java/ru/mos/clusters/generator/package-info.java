/**
 * Synthetic files in the forms of the tax service's open data: releases of the register of small and medium-sized
 * enterprises, yearly headcount, yearly income and expenses, and files with one deliberate defect.
 *
 * <p>Enter through {@link ru.mos.clusters.generator.SmeRelease} or, from the shell, through
 * {@link ru.mos.clusters.generator.Main}. Everything follows from a seed: no clock, no chance, so the same arguments
 * give the same bytes. Every enterprise and person is invented; only the check digits of their numbers are right.
 *
 * <p>The names of elements and attributes are written out here and nowhere shared with the importer on purpose: a
 * mistake in a shared table would cancel itself out in every test.
 */
@NullMarked
package ru.mos.clusters.generator;

import org.jspecify.annotations.NullMarked;
