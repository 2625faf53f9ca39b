package ru.mos.clusters.project;

/** To whom money of a call may flow. */
public enum RecipientRoute {
    APPLICANT_ONLY,
    /** The applicant passes parts on to participants. */
    ONWARD_TO_PARTICIPANTS,
    /** Each participant is paid its own part. */
    TO_EACH_PARTICIPANT
}
