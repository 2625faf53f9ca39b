package ru.mos.clusters.web.eligibility;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.EligibilityProblem;
import ru.mos.clusters.eligibility.Supposition;
import ru.mos.clusters.eligibility.rule.PartRef;
import ru.mos.clusters.eligibility.rule.SmeStanding;
import ru.mos.clusters.ownership.PartyName;
import ru.mos.clusters.ownership.SupposedStake;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.ownership.PartyIds;

/**
 * Suppositions as the address of a page holds them, so that a question can be sent to a colleague: {@code
 * REMOVE_MEMBER|7700000016}, {@code SET_STAKE|7700000016||7700000023||SHAREHOLDING|21/100}.
 */
final class Supposing {

    private static final String APART = "|";

    private Supposing() {}

    /** The text of a supposition in an address. */
    static String write(Supposition supposition) {
        if (supposition instanceof Supposition.AddMember add) {
            return joined("ADD_MEMBER", add.inn(), add.name(), add.ofOrganisation());
        }
        if (supposition instanceof Supposition.RemoveMember remove) {
            return joined("REMOVE_MEMBER", remove.inn());
        }
        if (supposition instanceof Supposition.SetStatus set) {
            return joined("SET_STATUS", set.inn(), set.status());
        }
        if (supposition instanceof Supposition.SetQualified set) {
            return joined("SET_QUALIFIED", set.inn(), set.qualified());
        }
        if (supposition instanceof Supposition.Conclude conclude) {
            return joined("CONCLUDE", conclude.part(), conclude.met());
        }
        var stake = ((Supposition.SetStake) supposition).stake();
        return joined(
                stake.holds() ? "SET_STAKE" : "REMOVE_STAKE",
                number(stake.owner()),
                stake.owner().name(),
                number(stake.subject()),
                stake.subject().name(),
                stake.kind(),
                fraction(stake.share()),
                fraction(stake.votes()));
    }

    private static String joined(@Nullable Object... parts) {
        return String.join(
                APART,
                Stream.of(parts)
                        .map(part -> part == null ? "" : part.toString().replace(APART, " "))
                        .toList());
    }

    private static @Nullable String number(PartyName name) {
        return name.inn() != null
                ? name.inn().digits()
                : name.ogrn() != null ? name.ogrn().digits() : null;
    }

    private static @Nullable String fraction(@Nullable Fraction value) {
        return value == null ? null : value.numerator() + "/" + value.denominator();
    }

    /**
     * The supposition that a text of an address means.
     *
     * @throws Problem {@code supposition-unreadable}, or why a number in it cannot be one
     */
    static Supposition read(String text) {
        var parts = List.of((text + "|||||||").split("\\|", -1));
        try {
            return switch (parts.get(0)) {
                case "ADD_MEMBER" ->
                    new Supposition.AddMember(
                            new Inn(parts.get(1)),
                            given(parts.get(2)),
                            !parts.get(3).equals("false"));
                case "REMOVE_MEMBER" -> new Supposition.RemoveMember(new Inn(parts.get(1)));
                case "SET_STATUS" ->
                    new Supposition.SetStatus(new Inn(parts.get(1)), SmeStanding.Status.valueOf(parts.get(2)));
                case "SET_QUALIFIED" ->
                    new Supposition.SetQualified(
                            new Inn(parts.get(1)), parts.get(2).equals("true"));
                case "CONCLUDE" ->
                    new Supposition.Conclude(
                            PartRef.parse(parts.get(1)).orElseThrow(),
                            parts.get(2).equals("true"));
                case "SET_STAKE" -> stake(parts, true);
                case "REMOVE_STAKE" -> stake(parts, false);
                default -> throw new Problem(EligibilityProblem.SUPPOSITION_UNREADABLE, text);
            };
        } catch (IllegalArgumentException | java.util.NoSuchElementException unknown) {
            throw new Problem(EligibilityProblem.SUPPOSITION_UNREADABLE, text);
        }
    }

    private static Supposition stake(List<String> parts, boolean holds) {
        return new Supposition.SetStake(new SupposedStake(
                PartyIds.party(parts.get(1), parts.get(2), "/owner"),
                PartyIds.party(parts.get(3), parts.get(4), "/subject"),
                EdgeKind.valueOf(parts.get(5).toUpperCase(Locale.ROOT)),
                holds,
                holds ? fraction(parts.get(6)) : null,
                holds ? fraction(parts.get(7)) : null));
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Fraction fraction(String text) {
        if (text.isEmpty()) {
            return null;
        }
        var parts = text.split("/", 2);
        return new Fraction(new BigInteger(parts[0]), parts.length < 2 ? BigInteger.ONE : new BigInteger(parts[1]));
    }
}
