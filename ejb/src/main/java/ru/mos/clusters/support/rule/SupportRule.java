package ru.mos.clusters.support.rule;

/** On what ground of 209-ФЗ art. 14 part 5 support is refused. */
public enum SupportRule {
    /** Point 3: a like support was decided on before, and its term has not ended. */
    REPEATED_SUPPORT,
    /** Point 4: too little time has passed since a violation was recognised. */
    VIOLATION_BAN
}
