package ru.mos.clusters.ownership;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import ru.mos.clusters.ownership.graph.Profile;
import ru.mos.clusters.platform.Fraction;

/**
 * Figures of the law and readings of it that hold on a day.
 *
 * @param extractDays for how many days after its own an extract is trusted
 * @param declarationFillsGaps whether a member's own declaration stands for what no source shows of it
 */
record OwnershipParameters(
        int extractDays,
        Fraction holdingAbove,
        Fraction controlAbove,
        Fraction interdependentAbove,
        Fraction commonHolderAbove,
        boolean commonHolder,
        boolean commonExecutive,
        boolean commonBoardMember,
        boolean publicBodiesConnect,
        int depth,
        int workLimit,
        boolean declarationFillsGaps) {

    /** The parameters of a day; on a day before the first of them, the first. */
    static OwnershipParameters on(Handle handle, LocalDate day) {
        var values = handle.createQuery("""
                        select distinct on (code) code, value
                          from ownership.parameter
                         order by code, valid_from > :day, abs(valid_from - cast(:day as date))""")
                .bind("day", day)
                .map((row, context) -> Map.entry(row.getString("code"), row.getString("value")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
        return new OwnershipParameters(
                Integer.parseInt(values.get("EXTRACT_DAYS")),
                fraction(values, "HOLDING_ABOVE"),
                fraction(values, "CONTROL_ABOVE"),
                fraction(values, "INTERDEPENDENT_ABOVE"),
                fraction(values, "COMMON_HOLDER_ABOVE"),
                "ON".equals(values.get("COMMON_HOLDER")),
                "ON".equals(values.get("COMMON_EXECUTIVE")),
                "ON".equals(values.get("COMMON_BOARD_MEMBER")),
                "ON".equals(values.get("PUBLIC_BODIES_CONNECT")),
                Integer.parseInt(values.get("DEPTH")),
                Integer.parseInt(values.get("WORK_LIMIT")),
                "ON".equals(values.get("DECLARATION_FILLS_GAPS")));
    }

    /** The same for so many questions at once. */
    OwnershipParameters looking(int times) {
        return new OwnershipParameters(
                extractDays,
                holdingAbove,
                controlAbove,
                interdependentAbove,
                commonHolderAbove,
                commonHolder,
                commonExecutive,
                commonBoardMember,
                publicBodiesConnect,
                depth,
                (int) Math.min(Integer.MAX_VALUE - 1, (long) workLimit * times),
                declarationFillsGaps);
    }

    private static Fraction fraction(Map<String, String> values, String code) {
        var parts = List.of(Objects.requireNonNull(values.get(code)).split("/", 2));
        return new Fraction(new BigInteger(parts.get(0)), new BigInteger(parts.get(1)));
    }

    /** The law's definition asked for, with the figures of the day. */
    Profile profile(AffiliationProfile asked) {
        var law =
                switch (asked) {
                    case AFF_948 ->
                        Profile.AFF_948
                                .thresholds(holdingAbove, controlAbove, commonHolderAbove)
                                .readings(commonHolder, commonExecutive, commonBoardMember, !publicBodiesConnect);
                    case GROUP_135 ->
                        Profile.GROUP_135
                                .thresholds(controlAbove, controlAbove, commonHolderAbove)
                                .readings(false, false, false, !publicBodiesConnect);
                    case INTERDEP_105 ->
                        Profile.INTERDEP_105
                                .thresholds(interdependentAbove, controlAbove, interdependentAbove)
                                .readings(true, true, commonBoardMember, !publicBodiesConnect);
                };
        return law.limits(depth, law.workLimit());
    }
}
