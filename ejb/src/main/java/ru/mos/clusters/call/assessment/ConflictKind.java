package ru.mos.clusters.call.assessment;

/** Why somebody is not impartial towards an application. */
public enum ConflictKind {
    /** The expert, or an own enterprise, takes part. */
    PARTICIPANT,
    /** The expert holds a share of a participant, however small. */
    OWNER,
    /** The expert directs a participant or sits on its board. */
    EXECUTIVE,
    /** The expert or an own enterprise is affiliated with a participant. */
    GROUP,
    /** A relative takes part, holds or directs a participant. */
    RELATIVE,
    /** The employer takes part, or is affiliated with a participant. */
    EMPLOYMENT,
    /** The expert or an own enterprise is a member of a cluster concerned. */
    MEMBERSHIP,
    /** The expert advised a participant or a cluster concerned. */
    CONSULTATION,
    /** The expert, an own enterprise or the employer takes part in another application to the same call. */
    COMPETING,
    /** The expert checked the application formally. */
    FORMAL_CHECK,
    /** The expert says so. */
    DECLARED
}
