package ru.mos.clusters.eligibility.rule;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;

/**
 * One part of a condition as the doors name it: {@code GOALS}, {@code DECLARATION:7700000016} where every member is asked, or
 * {@code LINK:7700000016:7700000023} of two members.
 *
 * @param member whom it asks about; null where it asks about the cluster
 * @param other the second of two members; null where it asks about one
 */
public record PartRef(
        PartCode code, @Nullable Inn member, @Nullable Inn other) implements java.io.Serializable {

    /** A part that is asked once of the cluster. */
    static PartRef of(PartCode code) {
        return new PartRef(code, null, null);
    }

    /** A part that is asked of a member. */
    static PartRef of(PartCode code, Inn member) {
        return new PartRef(code, member, null);
    }

    /** The part of that name; empty where there is none. */
    public static Optional<PartRef> parse(String text) {
        int colon = text.indexOf(':');
        var name = colon < 0 ? text : text.substring(0, colon);
        return Arrays.stream(PartCode.values())
                .filter(code ->
                        code.name().equals(name) && code.isAsked() && (code == PartCode.DECLARATION) == (colon >= 0))
                .findFirst()
                .flatMap(code -> colon < 0 ? Optional.of(of(code)) : declaration(code, text.substring(colon + 1)));
    }

    /** The part of that name, also one that is shown and never asked; empty where there is none. */
    public static Optional<PartRef> named(String text) {
        var pieces = text.split(":", -1);
        return pieces.length == 3
                ? Arrays.stream(PartCode.values())
                        .filter(code -> code.name().equals(pieces[0]) && !code.isAsked())
                        .findFirst()
                        .flatMap(code -> pair(code, pieces[1], pieces[2]))
                : parse(text);
    }

    private static Optional<PartRef> pair(PartCode code, String one, String other) {
        try {
            return Optional.of(new PartRef(code, new Inn(one), new Inn(other)));
        } catch (Problem noInn) {
            return Optional.empty();
        }
    }

    private static Optional<PartRef> declaration(PartCode code, String inn) {
        try {
            return Optional.of(of(code, new Inn(inn)));
        } catch (Problem noInn) {
            return Optional.empty();
        }
    }

    /** Whether both name the same part; two members are the same two in either order. */
    boolean isSame(PartRef that) {
        return equals(that)
                || (code == that.code && Objects.equals(member, that.other) && Objects.equals(other, that.member));
    }

    @Override
    public String toString() {
        return member == null ? code.name() : other == null ? code + ":" + member : code + ":" + member + ":" + other;
    }
}
