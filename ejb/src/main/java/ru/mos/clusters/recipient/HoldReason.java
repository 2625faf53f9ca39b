package ru.mos.clusters.recipient;

/** Why a record is not sent. */
public enum HoldReason {
    /** An association is no recipient in law: its members may be. */
    ASSOCIATION(false),
    /** Not in the register of SMEs on the day of the decision. */
    NOT_SME(false),
    /** Nothing decides whether it was in the register of SMEs on that day. */
    STATUS_UNKNOWN(true),
    /** A private person out of the register whom no document calls a payer of the tax on professional income. */
    SELF_EMPLOYED_UNPROVEN(true),
    /** No source gives the full name. */
    NAME_MISSING(true),
    /** The name is longer than the format bears, or holds what XML may not. */
    NAME_UNFIT(true),
    /** The state registration number is not of as many digits as it has to be. */
    OGRN_MALFORMED(true),
    /** The directory that is loaded holds no code of its kind for that day. */
    CODE_MISSING(true),
    /** It was sent and then taken out as wrong: the tax service has to be told by letter. */
    ANNULLED(false);

    private final boolean mendable;

    HoldReason(boolean mendable) {
        this.mendable = mendable;
    }

    /** Whether somebody can do something so that it is sent. */
    public boolean isMendable() {
        return mendable;
    }
}
