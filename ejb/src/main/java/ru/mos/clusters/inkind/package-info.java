/**
 * Support that is no money: premises and equipment, information, consulting, marketing, training, and what is decided on its own.
 * It is asked for, checked and approved within what an organisation of the infrastructure offers in a year, delivered with its value
 * by a document and confirmed by whoever got it; then it is on record in {@code support}, and an equal one is refused while its term
 * runs.
 *
 * <p>Enter through {@link InKindRequests} (asking and deciding), {@link InKindDeliveries} (schedule, delivery, confirmation), {@link
 * InKindOffers} (what can be asked for) and {@link InKindObjects} (premises and equipment with their calendars).
 *
 * <p>Who may: recipients ask and confirm for the organisations they act for; officers of the infrastructure see and handle what is
 * asked of their own organisation, {@code gckr} all; {@code chief} approves what is of the form «other». Staff and auditors read all.
 *
 * <p>Source: draft Concept of cluster policy, forms of support; 209-ФЗ art. 14 and 16; domain facts 1.1 and 4.
 */
@NullMarked
package ru.mos.clusters.inkind;

import org.jspecify.annotations.NullMarked;
