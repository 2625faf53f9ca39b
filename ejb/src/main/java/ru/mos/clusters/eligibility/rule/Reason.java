package ru.mos.clusters.eligibility.rule;

/**
 * Every sentence a verdict can say, as a closed list of codes. Each has a text in each language under its own name; doors
 * show the code beside the text, for programs.
 */
public enum Reason {
    // why a participant counted, or did not
    UNITED,
    PARTNER,
    SME_IN,
    SME_IN_UNCATEGORISED,
    SME_OUT,
    SME_LEFT,
    SME_OTHER_REGION,
    SME_REGION_UNKNOWN,
    SME_OTHER_REGISTER,
    SME_NOTHING_DECIDES,
    SME_GAP,
    SME_RECORD_REJECTED,
    SME_NO_HAND_ENTRY,
    INNOVATIVE,
    PRODUCING_EXPORTER,
    INNOVATIVE_PRODUCING_EXPORTER,
    NOT_QUALIFIED,
    DECLARED_UNLINKED,
    DECLARED_LINK,
    NOT_DECLARED,

    // what stands in a part
    PART_OPEN,
    FORM_ALLOWED,
    FORM_WITHOUT_MEMBERSHIP,
    FORM_UNKNOWN,
    NOT_LEGAL_ENTITY,
    ADMISSION_DOCUMENT_FILED,
    ADMISSION_DOCUMENT_MISSING,

    // warnings
    FORM_BY_NAME,
    ALL_PARTICIPANTS_DIFFER,
    BY_DECLARATION,

    // clauses of an explanation
    NO_ORGANISATION,
    NO_MEMBERS,
    UNITES,
    FORM_REFUSED,
    SHARE,
    QUALIFIED,
    NOT_COUNTED,
    BECAUSE,
    STATUS_UNKNOWN,
    PARTNERS_ASIDE,
    ALL_DECLARED,
    DECLARATIONS_MISSING,
    LINK_DECLARED,
    POINTS,
    CONFIRMED_BY_CONCLUSION,
    NEEDS_CONCLUSION,
    REFUSED_BY_CONCLUSION,

    // what would have to be done
    NAME_ORGANISATION,
    ADMIT_MEMBERS,
    CHANGE_FORM,
    RECORD_FORM,
    ADMIT_SMES,
    ADMIT_SMES_OR_PART,
    CONFIRM_STATUS,
    ADMIT_QUALIFIED,
    CONFIRM_QUALIFICATION,
    COLLECT_DECLARATIONS,
    REMOVE_LINK,
    FILE_ADMISSION_DOCUMENT,
    RECORD_CONCLUSION,
    MEND_AND_CONCLUDE_ANEW,

    // the verdict as a whole
    CONDITIONS_MET,
    CONDITION_OTHERWISE,
    CONDITIONS_OTHERWISE
}
