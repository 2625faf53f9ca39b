package ru.mos.clusters.call.application;

/** How an application came. */
public enum ApplicationChannel {
    /** The applicant's people wrote it on the screens. */
    APPLICANT,
    /** A program of a portal the applicant uses wrote it, by its mandate. */
    SERVICE,
    /** It was handed in on paper; staff took it over. */
    PAPER
}
