package ru.mos.clusters.eligibility.rule;

/** The conditions for applicants, numbered as the Concept lists them. */
public enum RuleCode {
    /** A separate legal entity unites the participants for goals that match the city's. */
    E1(1),
    /** At least two thirds of the participants are SMEs in the register. */
    E2(2),
    /** At least three to eight innovative, or producing and exporting, SMEs are united. */
    E3(3),
    /** The participants are not affiliated. */
    E4(4),
    /** By document, nothing hinders new participants from joining. */
    E5(5);

    private final int number;

    RuleCode(int number) {
        this.number = number;
    }

    /** Its place in the Concept, by which people call it. */
    public int number() {
        return number;
    }
}
