package ru.mos.clusters.eligibility.rule;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;

/**
 * One part of a condition as the doors name it: {@code GOALS}, or {@code DECLARATION:7700000016} where every member is
 * asked.
 *
 * @param member whom it asks about; null where it asks about the cluster
 */
public record PartRef(PartCode code, @Nullable Inn member) implements java.io.Serializable {

    /** A part that is asked once of the cluster. */
    static PartRef of(PartCode code) {
        return new PartRef(code, null);
    }

    /** The part of that name; empty where there is none. */
    public static Optional<PartRef> parse(String text) {
        int colon = text.indexOf(':');
        var name = colon < 0 ? text : text.substring(0, colon);
        return Arrays.stream(PartCode.values())
                .filter(code -> code.name().equals(name) && (code == PartCode.DECLARATION) == (colon >= 0))
                .findFirst()
                .flatMap(code -> colon < 0 ? Optional.of(of(code)) : declaration(code, text.substring(colon + 1)));
    }

    private static Optional<PartRef> declaration(PartCode code, String inn) {
        try {
            return Optional.of(new PartRef(code, new Inn(inn)));
        } catch (Problem noInn) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return member == null ? code.name() : code + ":" + member;
    }
}
