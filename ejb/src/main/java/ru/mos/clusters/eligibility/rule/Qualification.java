package ru.mos.clusters.eligibility.rule;

/**
 * A recorded sign that a member is innovative, produces, or exports.
 *
 * @param value what was recorded: a product code, an activity code, a kind of proof
 */
public record Qualification(Kind kind, String value, Source source) implements java.io.Serializable {

    /** Of what it is a sign. */
    public enum Kind {
        /** A product marked innovative or high-tech in the register ({@code ПрОтнПрод} = 1); the value is its code. */
        INNOVATIVE_PRODUCT,
        /** A recorded status: Skolkovo, small technology company, the city's innovation cluster, the council's opinion. */
        INNOVATIVE,
        /** A recorded proof of production. */
        PRODUCTION,
        /** A recorded proof of export; the law has no definition and open data no source. */
        EXPORT_ORIENTED,
        /** The main activity: {@code 2014:26.30}, version of the classifier and code. */
        MAIN_ACTIVITY
    }
}
