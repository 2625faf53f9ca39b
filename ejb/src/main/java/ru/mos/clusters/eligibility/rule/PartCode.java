package ru.mos.clusters.eligibility.rule;

import static ru.mos.clusters.eligibility.rule.RuleCode.E1;
import static ru.mos.clusters.eligibility.rule.RuleCode.E3;
import static ru.mos.clusters.eligibility.rule.RuleCode.E4;
import static ru.mos.clusters.eligibility.rule.RuleCode.E5;

/** What a person may be asked about within a condition. */
public enum PartCode {
    LEGAL_FORM(E1),
    GOALS(E1),
    SYNERGY(E3),
    NEW_KNOWLEDGE(E3),
    /** Asked of every member: the owners and the executive declare that there is no link to another member. */
    DECLARATION(E4),
    /** Shown, never asked: what links two members. */
    LINK(E4),
    /** Shown, never asked: two members whom persons of one name may or may not link. */
    SAME_NAME(E4),
    ADMISSION_DOCUMENT(E5),
    NO_CLOSED_LIST(E5),
    NO_VETO(E5),
    NO_DISCRIMINATORY_FEE(E5),
    ANSWER_TERM(E5),
    REFUSAL_GROUNDS(E5),
    RIGHT_TO_APPEAL(E5);

    private final RuleCode rule;

    PartCode(RuleCode rule) {
        this.rule = rule;
    }

    /** Whether a person's recorded conclusion may answer it. */
    public boolean isAsked() {
        return this != LINK && this != SAME_NAME;
    }

    /** The condition it belongs to. */
    public RuleCode rule() {
        return rule;
    }
}
