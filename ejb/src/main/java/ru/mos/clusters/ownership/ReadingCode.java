package ru.mos.clusters.ownership;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;

/** What the department may read one way or another in the law of affiliation, with what each may be set to. */
public enum ReadingCode {
    /** Votes of a group in a company above which they are affiliated. */
    HOLDING_ABOVE(Kind.SHARE, "1/5"),
    /** Votes by which a group takes in a company: at least one half, or two groups could control one. */
    CONTROL_ABOVE(Kind.MAJORITY, "1/2"),
    INTERDEPENDENT_ABOVE(Kind.SHARE, "1/4"),
    COMMON_HOLDER(Kind.SWITCH, "OFF"),
    COMMON_HOLDER_ABOVE(Kind.SHARE, "1/4"),
    COMMON_EXECUTIVE(Kind.SWITCH, "ON"),
    COMMON_BOARD_MEMBER(Kind.SWITCH, "OFF"),
    PUBLIC_BODIES_CONNECT(Kind.SWITCH, "OFF"),
    /** Whether a member's own declaration stands for what no source shows of it. */
    DECLARATION_FILLS_GAPS(Kind.SWITCH, "ON"),
    /** For how many days after its own an extract is trusted. */
    EXTRACT_DAYS(Kind.DAYS, "180"),
    /** Steps upwards that are looked at. */
    DEPTH(Kind.STEPS, "20"),
    /** How many facts may be looked at for one question. */
    WORK_LIMIT(Kind.WORK, "20000");

    private final Kind kind;
    private final String usual;

    ReadingCode(Kind kind, String usual) {
        this.kind = kind;
        this.usual = usual;
    }

    /** What sort of value it takes. */
    public enum Kind {
        /** A fraction above nothing and below all. */
        SHARE,
        /** A fraction from one half on and below all. */
        MAJORITY,
        SWITCH,
        /** 1 to 3650. */
        DAYS,
        /** 1 to 100. */
        STEPS,
        /** 100 to 5 000 000. */
        WORK
    }

    public Kind kind() {
        return kind;
    }

    /** The value the product comes with. */
    public String usual() {
        return usual;
    }

    /** Whether it may be set to the value. */
    boolean takes(String value) {
        return switch (kind) {
            case SHARE -> isBetween(fraction(value), Fraction.ZERO, false);
            case MAJORITY -> isBetween(fraction(value), Fraction.of(1, 2), true);
            case SWITCH -> value.equals("ON") || value.equals("OFF");
            case DAYS -> isWhole(value, 1, 3650);
            case STEPS -> isWhole(value, 1, 100);
            case WORK -> isWhole(value, 100, 5_000_000);
        };
    }

    private static boolean isBetween(@Nullable Fraction share, Fraction least, boolean inclusive) {
        return share != null && share.compareTo(least) >= (inclusive ? 0 : 1) && share.compareTo(Fraction.ONE) < 0;
    }

    private static @Nullable Fraction fraction(String value) {
        if (!value.matches("\\d{1,9}/[1-9]\\d{0,8}")) {
            return null;
        }
        var parts = value.split("/", 2);
        return new Fraction(new BigInteger(parts[0]), new BigInteger(parts[1]));
    }

    private static boolean isWhole(String value, int least, int most) {
        return value.matches("\\d{1,7}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }
}
