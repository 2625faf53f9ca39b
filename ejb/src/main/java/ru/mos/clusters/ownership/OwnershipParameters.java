package ru.mos.clusters.ownership;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.Profile;
import ru.mos.clusters.platform.Fraction;

/**
 * Figures of the law and readings of it that hold on a day.
 *
 * @param extractDays for how many days after its own an extract is trusted
 * @param declarationFillsGaps whether a member's own declaration stands for what no source shows of it
 * @param knownOn the latest change of any reading; null while they are as the product came
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
        boolean declarationFillsGaps,
        @Nullable Instant knownOn) {

    /** The parameters of a day, as known at an instant (null: now); on a day before the first of them, the first. */
    static OwnershipParameters on(Handle handle, LocalDate day, @Nullable Instant knownOn) {
        var values = handle.createQuery("""
                        select distinct on (code) code, value
                          from ownership.parameter
                         where platform.is_known(recorded_by, superseded_by, :knownOn)
                         order by code, valid_from > :day, abs(valid_from - cast(:day as date))""")
                .bind("day", day)
                .bind("knownOn", knownOn)
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
                "ON".equals(values.get("DECLARATION_FILLS_GAPS")),
                latestChange(handle, knownOn));
    }

    private static @Nullable Instant latestChange(Handle handle, @Nullable Instant knownOn) {
        return handle.createQuery("""
                        select max(c.at) as at
                          from ownership.parameter p
                          join platform.change c on c.id in (p.recorded_by, p.superseded_by)
                         where cast(:knownOn as timestamptz) is null or c.at <= :knownOn""")
                .bind("knownOn", knownOn)
                .map((row, context) -> row.getObject("at", OffsetDateTime.class))
                .findOne()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /** The later of two instants, either of which may be none. */
    @Nullable
    Instant andKnownOn(@Nullable Instant other) {
        return knownOn == null || (other != null && other.isAfter(knownOn)) ? other : knownOn;
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
                declarationFillsGaps,
                knownOn);
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
