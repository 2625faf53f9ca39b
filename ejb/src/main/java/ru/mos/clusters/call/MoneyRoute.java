package ru.mos.clusters.call;

/** How money may flow. Anything but to the applicant needs a paragraph of an act, and agreements between those concerned. */
public enum MoneyRoute {
    APPLICANT_ONLY,
    /** The applicant passes parts on to participants. */
    ONWARD_TO_PARTICIPANTS,
    /** Each participant is paid its own part. */
    TO_EACH_PARTICIPANT
}
