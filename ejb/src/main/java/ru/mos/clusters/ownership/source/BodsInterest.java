package ru.mos.clusters.ownership.source;

import static ru.mos.clusters.ownership.OwnershipProblem.BODS_DATES_IMPOSSIBLE;
import static ru.mos.clusters.ownership.OwnershipProblem.BODS_INTEREST_CARRIED;
import static ru.mos.clusters.ownership.OwnershipProblem.BODS_NUMBER_IMPOSSIBLE;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.OwnershipProblem;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;

/**
 * One interest of a relationship as its statement has it.
 *
 * @param share null unless the type is a share of the capital and the source names it exactly; so {@code votes}
 */
record BodsInterest(
        String type,
        @Nullable EdgeKind kind,
        @Nullable Fraction share,
        @Nullable Fraction votes,
        @Nullable Fraction atLeast,
        @Nullable Fraction atMost,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean indirect,
        boolean doubtful,
        boolean beneficial) {

    private static final int MOST_DIGITS = 40;

    /** There is some interest, but which one is not said. */
    static BodsInterest untold() {
        return new BodsInterest("unknownInterest", null, null, null, null, null, null, null, false, true, false);
    }

    /** Empty, with a remark, if it cannot have been. */
    static Optional<BodsInterest> read(
            JsonNode interest, String statement, int position, LocalDate today, StatementTaker taker) {
        LocalDate from = day(interest, "startDate");
        LocalDate until = day(interest, "endDate");
        if (from != null && (from.isAfter(today) || (until != null && until.isBefore(from)))) {
            remark(taker, BODS_DATES_IMPOSSIBLE, statement, position, true, from.toString(), String.valueOf(until));
            return Optional.empty();
        }
        String type = interest.path("type").asText("unknownInterest");
        EdgeKind kind = kind(type);
        if (kind == null) {
            remark(taker, BODS_INTEREST_CARRIED, statement, position, false, type);
        }
        var range = range(interest, statement, position, taker);
        String directness = interest.path("directOrIndirect").asText();
        return Optional.of(new BodsInterest(
                type,
                kind,
                type.equals("shareholding") ? range[0] : kind == EdgeKind.SHAREHOLDING ? Fraction.ZERO : null,
                kind == EdgeKind.SHAREHOLDING ? range[0] : null,
                range[1],
                range[2],
                from,
                until,
                directness.equals("indirect"),
                directness.equals("unknown"),
                interest.path("beneficialOwnershipOrControl").asBoolean()));
    }

    private static @Nullable EdgeKind kind(String type) {
        return switch (type) {
            case "shareholding", "votingRights" -> EdgeKind.SHAREHOLDING;
            case "boardMember", "boardChair" -> EdgeKind.BOARD;
            case "seniorManagingOfficial" -> EdgeKind.EXECUTIVE;
            default -> null;
        };
    }

    /** Exact, at least, at most. */
    private static @Nullable Fraction[] range(JsonNode interest, String statement, int position, StatementTaker taker) {
        var share = interest.path("share");
        var lower = share.has("minimum") ? share.path("minimum") : share.path("exclusiveMinimum");
        var upper = share.has("maximum") ? share.path("maximum") : share.path("exclusiveMaximum");
        for (JsonNode number : List.of(share.path("exact"), lower, upper)) {
            if (number.isNumber() && isImmense(number.decimalValue())) {
                remark(taker, BODS_NUMBER_IMPOSSIBLE, statement, position, false, "…");
                return new Fraction[3];
            }
        }
        Fraction exact = share.path("exact").isNumber()
                ? BodsShare.read(
                        share.path("exact").decimalValue(),
                        interest.path("details").asText())
                : null;
        Fraction atLeast = fraction(lower);
        Fraction atMost = fraction(upper);
        if (atLeast != null && atMost != null && atLeast.compareTo(atMost) > 0) {
            remark(taker, BODS_NUMBER_IMPOSSIBLE, statement, position, false, lower + "–" + upper);
            return new Fraction[] {exact, null, null};
        }
        boolean point = exact == null
                && share.has("minimum")
                && share.has("maximum")
                && atLeast != null
                && atLeast.equals(atMost);
        return new Fraction[] {point ? atLeast : exact, atLeast, atMost};
    }

    private static boolean isImmense(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS;
    }

    private static @Nullable Fraction fraction(JsonNode percent) {
        return percent.isNumber() ? Amounts.ofPercent(percent.decimalValue()) : null;
    }

    static @Nullable LocalDate day(JsonNode object, String property) {
        return object.has(property) ? LocalDate.parse(object.path(property).asText()) : null;
    }

    /**
     * Votes that a statement names apart take the place of those of the shares: throughout, if both last as long, else it is
     * not known of which days the shares' own votes are.
     */
    static List<BodsInterest> withoutDoubledVotes(List<BodsInterest> interests) {
        return interests.stream()
                .map(interest -> interest.type.equals("shareholding") ? interest.besides(interests) : interest)
                .toList();
    }

    private BodsInterest besides(List<BodsInterest> interests) {
        Fraction own = votes;
        for (BodsInterest other : interests) {
            if (other.type.equals("votingRights") && other.indirect == indirect) {
                boolean asLong = Objects.equals(from, other.from) && Objects.equals(until, other.until);
                own = asLong ? Fraction.ZERO : null;
            }
        }
        return new BodsInterest(type, kind, share, own, atLeast, atMost, from, until, indirect, doubtful, beneficial);
    }

    /** Whether it speaks of the same sort of interest, so that one statement about it takes the place of the other. */
    boolean isAsGoodAs(BodsInterest other) {
        return type.equals(other.type) && indirect == other.indirect;
    }

    private static void remark(
            StatementTaker taker,
            OwnershipProblem code,
            String statement,
            int position,
            boolean rejected,
            String... args) {
        var all = new java.util.ArrayList<String>();
        all.add(Integer.toString(position));
        all.addAll(List.of(args));
        taker.remark(new SourceRemark(
                code, statement, position, "/recordDetails/interests", List.copyOf(all), rejected, null));
    }
}
