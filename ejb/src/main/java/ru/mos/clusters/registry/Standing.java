package ru.mos.clusters.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * One subject on one date: its status in the register of SMEs with what decides it, and what the record that shows it and
 * facts entered by hand say of it.
 *
 * @param category, since null unless it is in
 * @param region of the record; code of the constituent entity
 * @param reason how the status was decided
 * @param decidedUntil first later day on which something else may hold, null if none is known
 * @param name cut to surname and initials for private persons; null where no source names it
 * @param innovativeProduct whether the record shows a product marked as innovative or high-tech
 * @param decidedBy the release that decides, null if nothing does
 * @param decidedAt instant of the change that decides, null if nothing does
 * @param record the record from which name, region, activity and products are, null if none shows it
 * @param recordedAt instant of the change that brought the record
 * @param facts entered by hand, confirmed, and valid on the date
 */
public record Standing(
        Inn inn,
        SmeStatus status,
        @Nullable SmeCategory category,
        @Nullable EntityKind kind,
        @Nullable LocalDate since,
        @Nullable Boolean newlyCreated,
        @Nullable Boolean socialEnterprise,
        @Nullable String region,
        Reason reason,
        @Nullable LocalDate decidedUntil,
        @Nullable String ogrn,
        @Nullable String name,
        @Nullable Activity mainActivity,
        boolean innovativeProduct,
        @Nullable FactSource decidedBy,
        @Nullable Instant decidedAt,
        @Nullable FactSource record,
        @Nullable Instant recordedAt,
        List<Fact> facts)
        implements java.io.Serializable {

    /** How a status follows from the releases (contract, "What a release proves"). */
    public enum Reason {
        SHOWN,
        ABSENT,
        /** Its record in the deciding release could not be read. */
        REJECTED,
        BEFORE_FIRST,
        SAME_IN_BOTH,
        ABSENT_IN_BOTH,
        GAP,
        NOTHING_DECIDES
    }

    /** A fact entered by hand and confirmed. */
    public record Fact(
            FactKind fact,
            String value,
            LocalDate from,
            @Nullable LocalDate to,
            FactSource source,
            Instant recordedAt) implements java.io.Serializable {}

    /** The fact of the kind that holds on the date: never more than one. */
    public Optional<Fact> fact(FactKind kind) {
        return facts.stream().filter(fact -> fact.fact() == kind).findFirst();
    }
}
