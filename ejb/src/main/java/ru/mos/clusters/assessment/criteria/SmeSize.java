package ru.mos.clusters.assessment.criteria;

import java.util.Optional;
import ru.mos.clusters.registry.SmeCategory;

/** Size by figures; whoever exceeds the limits of medium enterprises is a size too. */
public enum SmeSize {
    MICRO,
    SMALL,
    MEDIUM,
    ABOVE_MEDIUM;

    /** The category by law; empty above medium. */
    public Optional<SmeCategory> category() {
        return this == ABOVE_MEDIUM ? Optional.empty() : Optional.of(SmeCategory.valueOf(name()));
    }

    SmeSize larger(SmeSize other) {
        return compareTo(other) >= 0 ? this : other;
    }

    SmeSize smaller(SmeSize other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** This, brought between the two. */
    SmeSize within(SmeSize least, SmeSize most) {
        return smaller(most).larger(least);
    }
}
