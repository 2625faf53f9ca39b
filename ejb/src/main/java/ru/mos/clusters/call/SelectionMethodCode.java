package ru.mos.clusters.call;

/** How those to be supported are chosen. */
public enum SelectionMethodCode {
    /** By criteria and points of experts, the highest score first. */
    CONTEST;

    SelectionMethod method() {
        return switch (this) {
            case CONTEST -> new Contest();
        };
    }
}
