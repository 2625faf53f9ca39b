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
 * Violations of the terms of support: recognised by a document, with a term for mending them or without, corrected by another
 * document, or annulled where they were entered wrongly or the recognition was quashed.
 */
@Stateless
@DenyAll
public class SupportViolations {

    private static final String SUBJECT = "SUPPORT_VIOLATION";

    @Inject
    private ViolationRows rows;

    @Inject
    private SupportRows supports;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    /** What the record of changes keeps of a correction. */
    record Corrected(LocalDate day, Paper document) {}

    /** What the record of changes keeps of an annulment. */
    record Annulled(String reason) {}

    /**
     * Enters a violation.
     *
     * @throws Problem {@code support-record-unknown}, {@code violation-of-another-recipient},
     *     {@code violation-before-support}, {@code violation-exists}, {@code support-date-in-future}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ViolationView recognise(RecogniseViolation command) {
        var today = time.today();
        requireNotLater(command.recognisedOn(), today, "/recognisedOn");
        requireNotLater(command.document().date(), today, "/document/date");
        if (command.record() != null) {
            requireFitting(command, command.record());
        }
        var id = UUID.randomUUID();
        long change = changes.record("VIOLATION_RECOGNISED", SUBJECT, id.toString(), null, command);
        rows.insert(id, command, change);
        return view(id);
    }

    private void requireFitting(RecogniseViolation command, UUID record) {
        var support = supports.find(record)
                .filter(found -> !found.annulled())
                .orElseThrow(() -> new Problem(SupportProblem.SUPPORT_RECORD_UNKNOWN).at("/record"));
        if (!support.inn().equals(command.inn())) {
            throw new Problem(SupportProblem.VIOLATION_OF_ANOTHER_RECIPIENT, support.inn()).at("/inn");
        }
        if (command.recognisedOn().isBefore(support.decidedOn())) {
            throw new Problem(SupportProblem.VIOLATION_BEFORE_SUPPORT, support.decidedOn()).at("/recognisedOn");
        }
    }

    /**
     * Records that it was corrected on the day.
     *
     * @throws Problem {@code violation-unknown}, {@code violation-annulled-already},
     *     {@code violation-corrected-already}, {@code corrected-early}, {@code support-date-in-future}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ViolationView correct(UUID id, LocalDate day, Paper document) {
        var before = changeable(id);
        requireNotLater(day, time.today(), "/correctedOn");
        if (before.correctedOn() != null) {
            throw new Problem(SupportProblem.VIOLATION_CORRECTED_ALREADY, before.correctedOn());
        }
        if (day.isBefore(before.recognisedOn())) {
            throw new Problem(SupportProblem.CORRECTED_EARLY, before.recognisedOn()).at("/correctedOn");
        }
        long change =
                changes.record("VIOLATION_CORRECTED", SUBJECT, id.toString(), before, new Corrected(day, document));
        rows.correct(before, day, document, change);
        return view(id);
    }

    /**
     * Takes a violation out; what was known before can still be asked.
     *
     * @throws Problem {@code violation-unknown}, {@code violation-annulled-already}
     */
    @RolesAllowed(DEPARTMENT)
    public void annul(UUID id, String reason) {
        var because = Text.required(reason, "/reason");
        var before = changeable(id);
        long change = changes.record("VIOLATION_ANNULLED", SUBJECT, id.toString(), before, new Annulled(because));
        rows.supersede(before, change);
    }

    private ViolationView changeable(UUID id) {
        var violation = view(id);
        if (violation.annulled()) {
            throw new Problem(SupportProblem.VIOLATION_ANNULLED_ALREADY);
        }
        return violation;
    }

    /** One violation, also an annulled one. @throws Problem {@code violation-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public ViolationView view(UUID id) {
        return rows.find(id).orElseThrow(() -> new Problem(SupportProblem.VIOLATION_UNKNOWN));
    }

    /** Violations of a filter, the latest recognised first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public Slice<ViolationView> list(ViolationFilter filter, PageRequest page) {
        return Slice.of(
                rows.list(filter, page),
                page,
                last -> List.of(last.recognisedOn().toString(), last.id().toString()));
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public long count(ViolationFilter filter) {
        return rows.count(filter);
    }

    private static void requireNotLater(LocalDate day, LocalDate today, String pointer) {
        if (day.isAfter(today)) {
            throw new Problem(SupportProblem.SUPPORT_DATE_IN_FUTURE, day).at(pointer);
        }
    }
}
