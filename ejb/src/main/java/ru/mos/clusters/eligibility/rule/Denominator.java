package ru.mos.clusters.eligibility.rule;

/**
 * Of whom two thirds must be SMEs. The Concept says "participants of the cluster (of the legal entity that unites them)",
 * which can be read three ways.
 */
public enum Denominator {
    /** Of the members of the organisation: partners neither help nor hinder. */
    MEMBERS,
    /** Of all participants, also universities, banks and large enterprises outside the organisation. */
    PARTICIPANTS,
    /** Of each of the two. */
    BOTH
}
