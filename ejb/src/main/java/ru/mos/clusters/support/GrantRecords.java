package ru.mos.clusters.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Paper;

/**
 * Records of support that follows from agreements: entered, corrected and stopped with them, in their transaction. Whether it may be
 * given was asked before the award; here a repetition is not refused, for what is owed is given.
 *
 * <p>Asked by other services within their transaction; they answer for the permission of their caller.
 *
 * <p>Source: 209-ФЗ art. 8.
 */
@ApplicationScoped
public class GrantRecords {

    @Inject
    private SupportRows rows;

    @Inject
    private Changes changes;

    /** What the record of changes keeps of a correction. */
    record Terms(
            BigDecimal size,
            LocalDate endsOn,
            String purpose,
            @Nullable LocalDate stoppedOn) {}

    /**
     * Records what an agreement gives now: who is new is entered, whose share or term changed or who comes back is corrected, who has no share any
     * more is stopped.
     *
     * @param on day from which it holds
     */
    public void settle(GrantedSupport grant, LocalDate on) {
        var known = rows.ofOrigin(grant.origin()).stream()
                .collect(Collectors.toMap(SupportRecordView::inn, Function.identity()));
        grant.shares().forEach((inn, roubles) -> {
            var before = known.remove(inn);
            if (before == null) {
                enter(grant.origin(), grant.entry(inn, roubles));
            } else {
                correct(before, grant.entry(inn, roubles));
            }
        });
        known.values().forEach(gone -> stop(gone, on, grant.document()));
    }

    /** Records that an agreement ended before its term. */
    public void stop(UUID origin, LocalDate on, Paper document) {
        rows.ofOrigin(origin).forEach(one -> stop(one, on, document));
    }

    private void enter(UUID origin, EnterSupport entry) {
        var id = UUID.randomUUID();
        long change = changes.record("SUPPORT_ENTERED", SupportRecords.SUBJECT, id.toString(), null, entry);
        rows.insert(id, entry, origin, change);
    }

    private void correct(SupportRecordView before, EnterSupport entry) {
        if (before.stoppedOn() == null
                && before.size().compareTo(entry.size()) == 0
                && before.endsOn().equals(entry.endsOn())
                && before.purpose().equals(entry.purpose())) {
            return;
        }
        long change = changes.record(
                "SUPPORT_CORRECTED", SupportRecords.SUBJECT, before.id().toString(), terms(before), terms(entry));
        rows.correct(before, entry, change);
    }

    private static Terms terms(SupportRecordView record) {
        return new Terms(record.size(), record.endsOn(), record.purpose(), record.stoppedOn());
    }

    private static Terms terms(EnterSupport entry) {
        return new Terms(entry.size(), entry.endsOn(), entry.purpose(), null);
    }

    /** A term that is over is not stopped any more. */
    private void stop(SupportRecordView running, LocalDate on, Paper document) {
        if (running.stoppedOn() != null || on.isAfter(running.endsOn())) {
            return;
        }
        var day = on.isBefore(running.decidedOn()) ? running.decidedOn() : on;
        long change = changes.record(
                "SUPPORT_STOPPED",
                SupportRecords.SUBJECT,
                running.id().toString(),
                running,
                new SupportRecords.Stopped(day, document));
        rows.next(running, running.registerNumber(), day, document, change);
    }

    /**
     * Records under which numbers the tax service's register holds supports.
     *
     * @param numbers by id of the record; who has a number keeps it
     */
    public void number(Map<UUID, String> numbers, long change) {
        rows.number(numbers, change);
    }
}
