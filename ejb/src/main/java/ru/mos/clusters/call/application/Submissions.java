package ru.mos.clusters.call.application;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.application.ApplicationStore.Kept;
import ru.mos.clusters.call.calendar.ProductionCalendar;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Mandate;
import ru.mos.clusters.platform.Mandates;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;

/**
 * How an application is sent: signed by one person by a mandate, certified by another of the same organisation, received by
 * the clock of the database. Whoever repeats the step that brought it where it is gets the same answer, and nothing happens
 * twice.
 */
@Stateless
@DenyAll
public class Submissions {

    static final String CERTIFY = "CALL_APPLICATION_TO_CERTIFY";
    static final String CHECK = "CALL_APPLICATION_TO_CHECK";
    static final String CORRECT = "CALL_APPLICATION_TO_CORRECT";

    @Inject
    private ApplicationStore store;

    @Inject
    private ApplicationChecks checks;

    @Inject
    private AppliedProjects projects;

    @EJB
    private Mandates mandates;

    @EJB
    private ProductionCalendar calendar;

    @EJB
    private Tasks tasks;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    /** Who signed, and by what: kept with the round. */
    record Signatory(
            String login, @Nullable String person, @Nullable Mandate mandate) {}

    /**
     * Signs what was written, which then waits for a second person. The project is frozen as it is.
     *
     * @throws Problem {@code call-application-unknown}, {@code changed-meanwhile}, {@code transition-not-allowed}, {@code
     *     forbidden-role}, {@code call-application-early}, {@code call-application-late}, {@code
     *     call-application-correction-late}, {@code call-application-mandate-missing}, {@code
     *     call-application-person-missing}, {@code call-application-paper-unregistered}; {@code
     *     call-application-incomplete} with all faults
     */
    @RolesAllowed({APPLICANT, SERVICE, DEPARTMENT, GCKR, INFRASTRUCTURE})
    public ApplicationView sign(UUID id, Signing signing) {
        var kept = checks.lock(id, null);
        if (isSigned(kept) && caller.login().equals(kept.signedBy())) {
            return view(kept);
        }
        requireVersion(kept, signing.version());
        var step = checks.require(kept, ApplicationAction.SIGN);
        requireTime(kept);
        var signatory = signatory(kept, signing);
        var faults = checks.faults(kept);
        if (!faults.isEmpty()) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_INCOMPLETE, faults.size()).because(faults);
        }
        int edition = projects.freeze(kept.project());
        long change = record("SIGNED", kept, step.to(), signatory);
        store.sign(id, step.to(), caller.login(), signatory, edition, change);
        askSecond(kept);
        return view(checks.find(id));
    }

    private static boolean isSigned(Kept kept) {
        return kept.state() == ApplicationState.AWAITING_CERTIFICATION
                || kept.state() == ApplicationState.CORRECTION_SIGNED;
    }

    private static void requireVersion(Kept kept, @Nullable Long version) {
        if (version != null && version != kept.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
    }

    private void requireTime(Kept kept) {
        if (kept.round() > 0) {
            checks.requireCorrectable(kept);
        } else if (kept.channel() == ApplicationChannel.PAPER) {
            if (kept.scan() == null || kept.arrivedAt() == null) {
                throw new Problem(ApplicationProblem.CALL_APPLICATION_PAPER_UNREGISTERED);
            }
            checks.requireIntake(kept, kept.arrivedAt());
        } else {
            checks.requireIntake(kept, checks.now());
        }
    }

    private Signatory signatory(Kept kept, Signing signing) {
        if (kept.channel() == ApplicationChannel.PAPER) {
            return new Signatory(caller.login(), null, null);
        }
        var mandate = mandates.ownToday(kept.applicant())
                .orElseThrow(() -> new Problem(
                        ApplicationProblem.CALL_APPLICATION_MANDATE_MISSING,
                        kept.applicant().digits()));
        return new Signatory(caller.login(), person(signing), mandate);
    }

    /** Who stands behind a program; null for people, who stand for themselves. */
    private @Nullable String person(Signing signing) {
        var person = Text.optional(signing.person(), "/person");
        if (isProgram() && person == null) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_PERSON_MISSING).at("/person");
        }
        return isProgram() ? person : null;
    }

    private boolean isProgram() {
        return caller.hasRole(SERVICE);
    }

    private void askSecond(Kept kept) {
        var facts = facts(kept);
        var due = lastDay(kept);
        if (kept.channel() == ApplicationChannel.PAPER) {
            open(CERTIFY, Doer.second(second(), caller.login()), kept, facts, due);
        } else {
            store.colleague(kept.applicant(), caller.login())
                    .ifPresent(login -> open(CERTIFY, Doer.person(login), kept, facts, due));
        }
    }

    /** Of the infrastructure only who took a paper in sees it. */
    private String second() {
        return caller.hasRole(DEPARTMENT) ? DEPARTMENT : GCKR;
    }

    private void open(String task, Doer doer, Kept kept, Map<String, ?> facts, @Nullable LocalDate due) {
        tasks.open(task, doer, ApplicationMoves.SUBJECT, kept.id().toString(), facts, due);
    }

    private static Map<String, ?> facts(Kept kept) {
        return Map.of(
                "application", kept.code(), "title", String.valueOf(kept.title()), "call", "C-" + kept.callNumber());
    }

    private @Nullable LocalDate lastDay(Kept kept) {
        var schedule = checks.call(kept.call()).schedule();
        if (kept.round() > 0) {
            return kept.correctTo();
        }
        return schedule == null
                ? null
                : schedule.intakeUntil().minusNanos(1).atZone(Time.MOSCOW).toLocalDate();
    }

    /**
     * Takes the signature back, to go on writing.
     *
     * @throws Problem {@code call-application-unknown}, {@code changed-meanwhile}, {@code transition-not-allowed}, {@code
     *     forbidden-role}
     */
    @RolesAllowed({APPLICANT, SERVICE, DEPARTMENT, GCKR, INFRASTRUCTURE})
    public ApplicationView recall(UUID id, @Nullable Long version) {
        var kept = checks.lock(id, version);
        var step = checks.require(kept, ApplicationAction.RECALL);
        store.sign(id, step.to(), null, null, null, record("RECALLED", kept, step.to(), null));
        tasks.done(CERTIFY, ApplicationMoves.SUBJECT, id.toString());
        return view(checks.find(id));
    }

    /**
     * Certifies what another person signed; it is received at the instant of the database, or not at all.
     *
     * @throws Problem {@code call-application-unknown}, {@code changed-meanwhile}, {@code transition-not-allowed}, {@code
     *     forbidden-role}, {@code second-person-required}, {@code call-application-person-missing}, {@code
     *     call-application-closed}, {@code call-application-early}, {@code call-application-late}, {@code
     *     call-application-correction-late}; {@code call-application-incomplete} with all faults
     */
    @RolesAllowed({APPLICANT, SERVICE, DEPARTMENT, GCKR, INFRASTRUCTURE})
    public SubmissionView certify(UUID id, Signing signing) {
        store.holdCall(id); // before the application, as whoever calls a call off does
        var kept = checks.lock(id, null);
        var by = certifier(signing);
        if (kept.state() == ApplicationState.SUBMITTED && by.equals(latest(id).certifiedBy())) {
            return latest(id);
        }
        requireVersion(kept, signing.version());
        var step = checks.require(kept, ApplicationAction.CERTIFY);
        var signatory = Objects.requireNonNull(kept.signatory());
        requireSecond(kept, signatory.path("person").asText(""), signing);
        var faults = checks.faults(kept);
        if (!faults.isEmpty()) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_INCOMPLETE, faults.size()).because(faults);
        }
        long change = record("RECEIVED", kept, step.to(), Map.of("certifiedBy", by));
        var received = store.receive(
                kept,
                checks.call(kept.call()).edition(),
                signedBy(kept, signatory.path("person").asText("")),
                by,
                change);
        store.received(id, step.to(), received, change);
        tasks.done(CERTIFY, ApplicationMoves.SUBJECT, id.toString());
        tasks.done(CORRECT, ApplicationMoves.SUBJECT, id.toString());
        open(CHECK, Doer.role(GCKR), kept, facts(kept), checkTo(kept, received.receivedAt()));
        return received;
    }

    private String certifier(Signing signing) {
        var person = person(signing);
        return person == null ? caller.login() : caller.login() + "/" + person;
    }

    private static String signedBy(Kept kept, String person) {
        return person.isEmpty() ? String.valueOf(kept.signedBy()) : kept.signedBy() + "/" + person;
    }

    /** Another person of the organisation, or with a mandate of it; of persons whom programs name, another name. */
    private void requireSecond(Kept kept, String signed, Signing signing) {
        boolean same = isProgram()
                ? plain(signed).equals(plain(String.valueOf(signing.person())))
                : caller.login().equals(kept.signedBy());
        if (same) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        if (kept.channel() != ApplicationChannel.PAPER && !isProgram() && !speaksFor(kept.applicant())) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
    }

    private boolean speaksFor(Inn organisation) {
        return store.belongs(organisation) || mandates.ownToday(organisation).isPresent();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private @Nullable LocalDate checkTo(Kept kept, Instant receivedAt) {
        var received = receivedAt.atZone(Time.MOSCOW).toLocalDate();
        var intake = lastDay(kept);
        var from = kept.round() == 0 && intake != null && intake.isAfter(received) ? intake : received;
        return calendar.workingDays().after(from, store.days("FORMAL_CHECK")).orElse(null);
    }

    /**
     * Takes the application back.
     *
     * @throws Problem {@code call-application-unknown}, {@code changed-meanwhile}, {@code transition-not-allowed}, {@code
     *     forbidden-role}, {@code call-application-reason-required}, {@code call-application-voted}
     */
    @RolesAllowed({APPLICANT, SERVICE, DEPARTMENT, GCKR, INFRASTRUCTURE})
    public ApplicationView withdraw(UUID id, @Nullable Long version, @Nullable String reason) {
        var kept = checks.lock(id, version);
        var step = checks.require(kept, ApplicationAction.WITHDRAW);
        var because = Text.optional(reason, "/reason");
        if (because == null) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_REASON_REQUIRED).at("/reason");
        }
        if (step.guard() == ApplicationGuard.NOTHING_VOTED_AND_REASON_GIVEN && store.isVoted(id)) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_VOTED);
        }
        store.move(id, step.to(), because, record("WITHDRAWN", kept, step.to(), Map.of("reason", because)));
        List.of(CERTIFY, CHECK, CORRECT).forEach(task -> tasks.done(task, ApplicationMoves.SUBJECT, id.toString()));
        return view(checks.find(id));
    }

    /**
     * The latest round, which is the receipt.
     *
     * @throws Problem {@code call-application-unknown}, {@code call-application-not-submitted}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public SubmissionView receipt(UUID id) {
        return latest(checks.find(id).id());
    }

    private SubmissionView latest(UUID id) {
        return store.rounds(id).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Problem(ApplicationProblem.CALL_APPLICATION_NOT_SUBMITTED));
    }

    /**
     * All rounds in their order, each with what it says otherwise than the one before, and how it was checked.
     *
     * @throws Problem {@code call-application-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT, SERVICE})
    public List<RoundView> rounds(UUID id) {
        var kept = checks.find(id);
        var all = store.rounds(id);
        var found = store.checks(id, ApplicationStore.isStaff(caller::hasRole));
        var rounds = new ArrayList<RoundView>();
        for (int at = 0; at < all.size(); at++) {
            int round = all.get(at).round();
            rounds.add(new RoundView(
                    all.get(at),
                    at == 0 ? List.of() : changes(kept.project(), all.get(at - 1), all.get(at)),
                    found.stream().filter(check -> check.round() == round).toList()));
        }
        return rounds;
    }

    private List<AnswerChange> changes(UUID project, SubmissionView before, SubmissionView after) {
        var changed = new ArrayList<>(AnswerChange.between(tree(before.answers()), tree(after.answers()), ""));
        if (before.projectEdition() != after.projectEdition()) {
            changed.addAll(AnswerChange.between(
                    tree(projects.content(project, before.projectEdition())),
                    tree(projects.content(project, after.projectEdition())),
                    "/content"));
        }
        return List.copyOf(changed);
    }

    private static com.fasterxml.jackson.databind.JsonNode tree(Object value) {
        return Objects.requireNonNull(Json.tree(Json.write(value)));
    }

    private long record(String done, Kept kept, ApplicationState to, @Nullable Object more) {
        var after = new HashMap<String, Object>(Map.of("state", to));
        if (more != null) {
            after.put("by", more);
        }
        return changes.record(
                "CALL_APPLICATION_" + done,
                ApplicationMoves.SUBJECT,
                kept.id().toString(),
                Map.of("state", kept.state()),
                after);
    }

    private ApplicationView view(Kept kept) {
        return kept.view(caller::hasRole);
    }
}
