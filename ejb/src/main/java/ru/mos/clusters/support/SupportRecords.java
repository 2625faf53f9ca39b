package ru.mos.clusters.support;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;

/**
 * Our own register of recipients: support is entered by the document that decided on it, given the tax service's number once
 * there is one, stopped before its term by another document, or annulled where it was entered wrongly.
 */
@Stateless
@DenyAll
public class SupportRecords {

    static final String SUBJECT = SupportRegister.SUBJECT;

    @Inject
    private SupportRows rows;

    @Inject
    private SupportRegister register;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    /** What the record of changes keeps of a stop. */
    record Stopped(LocalDate day, Paper document) {}

    /** What the record of changes keeps of a number. */
    record Numbered(String registerNumber) {}

    /** What the record of changes keeps of an annulment. */
    record Annulled(String reason) {}

    /**
     * Enters a support that was given.
     *
     * @throws Problem {@code support-kind-unknown}, {@code support-unit-not-of-form}, {@code support-date-in-future},
     *     {@code support-overlaps} where the provider gave the same for the same purpose at that time already,
     *     {@code support-number-taken}, {@code support-number-malformed}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public SupportRecordView enter(EnterSupport command) {
        return view(register.enter(command));
    }

    /**
     * Says under which number the tax service's register holds it.
     *
     * @throws Problem {@code support-record-unknown}, {@code support-annulled-already}, {@code support-number-taken}, {@code support-number-malformed}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public SupportRecordView number(UUID id, String registerNumber) {
        var number = Text.required(registerNumber, "/registerNumber");
        var before = changeable(id);
        long change = changes.record("SUPPORT_NUMBERED", SUBJECT, id.toString(), before, new Numbered(number));
        rows.next(before, number, before.stoppedOn(), before.stop(), change);
        return view(id);
    }

    /**
     * Records that it was given no more from the day on.
     *
     * @throws Problem {@code support-record-unknown}, {@code support-annulled-already}, {@code support-stopped-already},
     *     {@code support-stop-outside-term}, {@code support-date-in-future}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public SupportRecordView stop(UUID id, LocalDate day, Paper document) {
        var before = changeable(id);
        SupportRegister.requireNotLater(day, time.today(), "/stoppedOn");
        if (before.stoppedOn() != null) {
            throw new Problem(SupportProblem.SUPPORT_STOPPED_ALREADY, before.stoppedOn());
        }
        if (day.isBefore(before.decidedOn()) || day.isAfter(before.endsOn())) {
            throw new Problem(SupportProblem.SUPPORT_STOP_OUTSIDE_TERM, before.decidedOn(), before.endsOn())
                    .at("/stoppedOn");
        }
        long change = changes.record("SUPPORT_STOPPED", SUBJECT, id.toString(), before, new Stopped(day, document));
        rows.next(before, before.registerNumber(), day, document, change);
        return view(id);
    }

    /**
     * Takes a wrong entry out; what was known before can still be asked.
     *
     * @throws Problem {@code support-record-unknown}, {@code support-annulled-already}
     */
    @RolesAllowed(DEPARTMENT)
    public void annul(UUID id, String reason) {
        var because = Text.required(reason, "/reason");
        var before = changeable(id);
        long change = changes.record("SUPPORT_ANNULLED", SUBJECT, id.toString(), before, new Annulled(because));
        rows.supersede(before, change);
    }

    private SupportRecordView changeable(UUID id) {
        var record = view(id);
        if (record.annulled()) {
            throw new Problem(SupportProblem.SUPPORT_ANNULLED_ALREADY);
        }
        return record;
    }

    /** One record, also an annulled one. @throws Problem {@code support-record-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public SupportRecordView view(UUID id) {
        return rows.find(id).orElseThrow(() -> new Problem(SupportProblem.SUPPORT_RECORD_UNKNOWN));
    }

    /** Records of a filter, the latest decided first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public Slice<SupportRecordView> list(SupportFilter filter, PageRequest page) {
        return Slice.of(
                rows.list(filter, page),
                page,
                last -> List.of(last.decidedOn().toString(), last.id().toString()));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public long count(SupportFilter filter) {
        return rows.count(filter);
    }
}
