package ru.mos.clusters.eligibility.rule;

/** How "innovative and producing export-oriented SMEs" is read. */
public enum Qualifying {
    /** Innovative ones together with producing exporters: the default. */
    INNOVATIVE_OR_PRODUCING_EXPORTER {
        @Override
        boolean test(boolean innovative, boolean produces, boolean exports) {
            return innovative || (produces && exports);
        }
    },
    /** Each must be all three. */
    INNOVATIVE_PRODUCING_EXPORTER {
        @Override
        boolean test(boolean innovative, boolean produces, boolean exports) {
            return innovative && produces && exports;
        }
    };

    abstract boolean test(boolean innovative, boolean produces, boolean exports);
}
