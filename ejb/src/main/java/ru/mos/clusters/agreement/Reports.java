package ru.mos.clusters.agreement;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementTerms.BudgetItem;
import ru.mos.clusters.agreement.ReportStore.OnItem;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.ownership.Closeness;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Distribution;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.workbook.Rejections;
import ru.mos.clusters.platform.workbook.Spooled;
import ru.mos.clusters.platform.workbook.Workbook;
import ru.mos.clusters.platform.workbook.WorkbookProblem;
import ru.mos.clusters.project.FrozenProjects;
import ru.mos.clusters.project.ProjectContent;
import ru.mos.clusters.project.ProjectParticipant;

/**
 * Reports on how instalments were spent: written by the recipient, checked line by line, accepted by another person whole or in
 * part. The next instalment waits for it. Where costs are reimbursed it is a claim, written before the instalment is paid: of the
 * costs that count the budget pays its share, the instalment at the most.
 *
 * <p>Source: general requirements for subsidies, resolution of the Government 1782 of 25.10.2023 (reports, checks of results).
 */
@Stateless
@DenyAll
public class Reports {

    static final String SUBJECT = "REPORT";
    private static final String TASK = "REPORT_TO_DECIDE";
    private static final String MEND = "REPORT_TO_MEND";
    private static final int MOST_LINES = 100_000;
    private static final BigDecimal MOST = new BigDecimal("1E13");

    @Inject
    private ReportStore store;

    @Inject
    private PaymentStore payments;

    @Inject
    private SuccessionStore successions;

    @Inject
    private SeenAgreements seen;

    @Inject
    private AgreementBooks books;

    @Inject
    private FrozenProjects projects;

    @Inject
    private Closeness closeness;

    @EJB
    private Agreements agreements;

    @EJB
    private Tasks tasks;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** Of an agreement, in the order of instalments, without their lines. @throws Problem {@code subsidy-agreement-unknown} */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<ReportView> of(UUID agreement) {
        agreements.view(agreement);
        return store.of(agreement);
    }

    /** @throws Problem {@code report-unknown}, also for one that the caller does not see */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public ReportView view(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(AgreementProblem.REPORT_UNKNOWN));
    }

    /**
     * Begins the report on an instalment of which something was paid, or the claim for one that reimburses.
     *
     * @throws Problem {@code subsidy-agreement-unknown}, {@code agreement-of-successor}, {@code report-without-payment}, {@code
     *     payment-uncommitted}, {@code payment-instalment-unknown}, {@code report-of-instalment-twice}
     */
    @RolesAllowed({DEPARTMENT, APPLICANT, SERVICE})
    public ReportView begin(UUID agreement, int position) {
        var found = agreements.view(agreement);
        seen.requireActing(agreement);
        if (found.mode() == FundingMode.REIMBURSEMENT) {
            requireInstalment(found, position);
        } else if (payments.executed(agreement, position).isEmpty()) {
            throw new Problem(AgreementProblem.REPORT_WITHOUT_PAYMENT, position).at("/position");
        }
        var id = UUID.randomUUID();
        long change = changes.record("REPORT_BEGUN", SUBJECT, id.toString(), null, Map.of("position", position));
        store.insert(id, agreement, position, caller.login(), change);
        return view(id);
    }

    private static void requireInstalment(AgreementView agreement, int position) {
        if (!agreement.state().isInForce()) {
            throw new Problem(AgreementProblem.PAYMENT_UNCOMMITTED);
        }
        if (agreement.path().stream().noneMatch(step -> step.position() == position)) {
            throw new Problem(AgreementProblem.PAYMENT_INSTALMENT_UNKNOWN, position).at("/position");
        }
    }

    /**
     * Writes all lines anew; what cannot be is refused, what should not be is told by {@link #faults}.
     *
     * @throws Problem {@code report-unknown}, {@code agreement-of-successor}, {@code report-sent}, {@code changed-meanwhile}, {@code report-lines-too-many}, {@code
     *     field-required}, {@code agreement-sum-impossible}, {@code evidence-number-missing}
     */
    @RolesAllowed({DEPARTMENT, APPLICANT, SERVICE})
    public ReportView save(UUID id, @Nullable Long version, List<ReportLine> lines) {
        var report = open(id, version);
        if (lines.size() > MOST_LINES) {
            throw new Problem(AgreementProblem.REPORT_LINES_TOO_MANY, MOST_LINES).at("/lines");
        }
        var sound = new ArrayList<ReportLine>();
        for (int at = 0; at < lines.size(); at++) {
            sound.add(sound(lines.get(at), "/lines/" + at));
        }
        long change = changes.record(
                "REPORT_WRITTEN",
                SUBJECT,
                id.toString(),
                Map.of("spent", report.spent()),
                Map.of("lines", sound.size()));
        store.write(id, sound, caller.login(), change);
        store.drop(id, caller.login());
        return view(id);
    }

    /**
     * The lines as a workbook to be filled in further.
     *
     * @throws Problem {@code report-unknown}; {@code workbook-too-many-rows} where it could not come in again
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public byte[] workbook(UUID id, Locale locale) {
        var report = view(id);
        var lines = report.lines();
        if (lines.size() >= Workbook.MOST_LINES) {
            throw new Problem(
                    WorkbookProblem.WORKBOOK_TOO_MANY_ROWS, ReportWorkbook.title(locale), Workbook.MOST_LINES - 1);
        }
        return ReportWorkbook.write(lines, budget(report), locale);
    }

    private List<BudgetItem> budget(ReportView report) {
        var inForce = agreements.view(report.agreement()).inForce();
        return inForce == null ? List.of() : inForce.terms().budget();
    }

    /**
     * How the report stands to each item of the budget in force, in their order; empty where the agreement has none. Of earlier
     * reports counts what was accepted.
     *
     * @throws Problem {@code report-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<BudgetUse> uses(UUID id) {
        view(id);
        return store.uses(id);
    }

    /**
     * Writes all lines anew as a workbook says them, or nothing and says why by sheet, row and column.
     *
     * @throws Problem those of {@link #save}; of the workbook as a whole {@code workbook-unreadable}, {@code workbook-too-large},
     *     {@code workbook-too-many-rows}, {@code body-too-large}, {@code report-lines-missing}
     */
    @RolesAllowed({DEPARTMENT, APPLICANT, SERVICE})
    public ReportUpload upload(UUID id, @Nullable Long version, InputStream workbook) {
        var report = view(id);
        seen.requireActing(report.agreement());
        requireOpen(report, version);
        var rejections = new Rejections();
        try (var spooled = Spooled.of(workbook)) {
            var lines = ReportWorkbook.read(spooled.file(), rejections);
            if (!rejections.isEmpty()) {
                return new ReportUpload(null, rejections.shown(), rejections.count());
            }
            if (lines.isEmpty()) {
                throw new Problem(AgreementProblem.REPORT_LINES_MISSING).at("/lines");
            }
            return new ReportUpload(save(id, version, lines), List.of(), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether a document can be told from others by it. */
    static boolean isNumber(String number) {
        return number.matches(".*[0-9A-Za-zА-Яа-яЁё].*");
    }

    private static ReportLine sound(ReportLine line, String pointer) {
        if (line.amount().signum() <= 0
                || line.amount().stripTrailingZeros().scale() > 2
                || line.amount().compareTo(MOST) >= 0) {
            throw new Problem(AgreementProblem.AGREEMENT_SUM_IMPOSSIBLE).at(pointer + "/amount");
        }
        var number = line.document().number();
        if (number == null || !isNumber(number)) {
            throw new Problem(AgreementProblem.EVIDENCE_NUMBER_MISSING).at(pointer + "/document/number");
        }
        return new ReportLine(
                Text.required(line.item(), pointer + "/item"),
                line.contractor(),
                line.document(),
                line.paidOn(),
                line.amount());
    }

    /**
     * What is not as it should be, by line: found in the papers, and in the graph of ownership on the day of the last payment.
     *
     * @throws Problem {@code report-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<ReportFault> faults(UUID id) {
        return faults(view(id));
    }

    private List<ReportFault> faults(ReportView report) {
        var agreement = agreements.view(report.agreement());
        var project = projects.edition(agreement.project(), agreement.projectEdition())
                .content();
        var stage = agreement.path().stream()
                .filter(step -> step.position() == report.position())
                .findFirst()
                .map(step -> stage(project, step.stage()))
                .orElse(null);
        var faults = new ArrayList<>(affiliated(agreement, report));
        faults.addAll(store.faults(
                report.id(),
                stage == null ? null : stage.from(),
                stage == null ? null : stage.to(),
                time.today(),
                faults.stream().map(ReportFault::line).toList()));
        faults.sort(Comparator.comparingInt(ReportFault::line).thenComparing(ReportFault::kind));
        return faults;
    }

    private static ProjectContent.@Nullable Stage stage(ProjectContent project, int number) {
        return number > project.stages().size() ? null : project.stages().get(number - 1);
    }

    private List<ReportFault> affiliated(AgreementView agreement, ReportView report) {
        var participants = projects.participants(agreement.project(), agreement.projectEdition()).stream()
                .map(ProjectParticipant::inn)
                .collect(Collectors.toSet());
        participants.addAll(
                successions.participants(agreement.id(), time.today()).values());
        var contractors = report.lines().stream().map(ReportLine::contractor).collect(Collectors.toSet());
        contractors.removeAll(participants);
        if (contractors.isEmpty() || participants.isEmpty()) {
            return List.of();
        }
        var close = closeness.between(participants, contractors, time.today());
        var to = close.linked().stream()
                .collect(Collectors.toMap(
                        Closeness.Linked::subject, linked -> linked.own().digits(), (one, other) -> one));
        close.direct().stream()
                .filter(held -> held.subject() != null && contractors.contains(held.subject()))
                .forEach(held -> to.putIfAbsent(held.subject(), held.own().digits()));
        var faults = new ArrayList<ReportFault>();
        for (int at = 0; at < report.lines().size(); at++) {
            var near = to.get(report.lines().get(at).contractor());
            if (near != null) {
                faults.add(new ReportFault(at + 1, ReportFaultKind.CONTRACTOR_AFFILIATED, near));
            }
        }
        return faults;
    }

    /**
     * Sends a report for acceptance.
     *
     * @throws Problem {@code report-unknown}, {@code agreement-of-successor}, {@code report-sent}, {@code changed-meanwhile}, {@code report-lines-missing}, {@code
     *     report-beyond-paid}
     */
    @RolesAllowed({DEPARTMENT, APPLICANT, SERVICE})
    public ReportView submit(UUID id, @Nullable Long version) {
        var report = open(id, version);
        if (report.lines().isEmpty()) {
            throw new Problem(AgreementProblem.REPORT_LINES_MISSING).at("/lines");
        }
        if (!report.isClaim() && report.spent().compareTo(report.paid()) > 0) {
            throw new Problem(AgreementProblem.REPORT_BEYOND_PAID, report.spent(), report.paid()).at("/lines");
        }
        long change = recorded("REPORT_SUBMITTED", report, ReportState.SUBMITTED, null);
        store.move(id, ReportState.SUBMITTED, time.today(), null, null, null, null, null, change);
        tasks.done(MEND, SUBJECT, id.toString());
        tasks.open(TASK, Doer.second(DEPARTMENT, report.writtenBy()), SUBJECT, id.toString(), facts(report), null);
        return view(id);
    }

    private ReportView open(UUID id, @Nullable Long version) {
        var report = store.lock(id).orElseThrow(() -> new Problem(AgreementProblem.REPORT_UNKNOWN));
        seen.requireActing(report.agreement());
        requireOpen(report, version);
        return report;
    }

    private static void requireOpen(ReportView report, @Nullable Long version) {
        if (!report.isOpen()) {
            throw new Problem(AgreementProblem.REPORT_SENT);
        }
        requireSeen(report, version);
    }

    private static void requireSeen(ReportView report, @Nullable Long version) {
        if (version != null && version != report.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
    }

    /**
     * Accepts a report or a claim. Where lines have faults, only what the others come to can be accepted, with a reason; the rest of
     * what was paid is to be accounted for or returned. On the items of the budget count the lines without a fault; where less than
     * they come to is accepted or owed, each item counts in proportion, to the kopeck.
     *
     * @param amount what of the spending counts, in roubles; null: all
     * @throws Problem {@code report-unknown}, {@code transition-not-allowed}, {@code second-person-required}, {@code
     *     changed-meanwhile}, {@code report-faults-open}, {@code report-beyond-paid}, {@code report-beyond-spent}, {@code
     *     report-beyond-item}, {@code payment-instalment-unknown}, {@code report-while-amended}, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public ReportView accept(UUID id, @Nullable Long version, @Nullable BigDecimal amount, @Nullable String reason) {
        var report = submitted(id, version, ReportState.ACCEPTED);
        var sum = amount == null ? report.spent() : amount;
        var most = report.isClaim() ? report.spent() : report.spent().min(report.paid());
        if (sum.signum() < 0 || sum.stripTrailingZeros().scale() > 2 || sum.compareTo(most) > 0) {
            throw new Problem(
                            report.isClaim()
                                    ? AgreementProblem.REPORT_BEYOND_SPENT
                                    : AgreementProblem.REPORT_BEYOND_PAID,
                            sum.scale() < 2 ? sum.setScale(2) : sum,
                            most)
                    .at("/amount");
        }
        var faulty = faults(report).stream().map(ReportFault::line).collect(Collectors.toSet());
        var onItems = store.onItems(id, faulty);
        var sound = onItems.stream().map(OnItem::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        if (sum.compareTo(sound) > 0) {
            throw new Problem(AgreementProblem.REPORT_FAULTS_OPEN, sum.setScale(2), sound).at("/amount");
        }
        boolean part = sum.compareTo(report.isClaim() ? report.spent() : report.paid()) < 0;
        var why = part ? Text.required(reason, "/reason") : Text.optional(reason, "/reason");
        var today = time.today();
        var agreement = agreements.view(report.agreement());
        if (report.isClaim() && (!agreement.state().isInForce() || agreement.state() == AgreementState.AMENDED)) {
            throw new Problem(AgreementProblem.REPORT_WHILE_AMENDED);
        }
        var owed = report.isClaim() ? owed(agreement, report.position(), sum) : sum;
        if (!report.isClaim()) {
            books.accepted(agreement, report, sum, payments.executed(report.agreement(), report.position()), today);
        }
        long change = recorded("REPORT_ACCEPTED", report, ReportState.ACCEPTED, why);
        store.move(id, ReportState.ACCEPTED, report.submittedOn(), caller.login(), today, sum, owed, why, change);
        store.count(id, counted(onItems, owed));
        store.dropAll(id);
        tasks.done(TASK, SUBJECT, id.toString());
        return view(id);
    }

    /**
     * What would be paid for costs of a claim if so much of them counted, in roubles.
     *
     * @throws Problem {@code report-unknown}, {@code payment-instalment-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public BigDecimal owed(UUID id, BigDecimal eligible) {
        var report = view(id);
        return owed(agreements.view(report.agreement()), report.position(), eligible);
    }

    /** What a claim is worth: the budget's share of what counts, down to whole kopecks, the instalment at the most. */
    private static BigDecimal owed(AgreementView agreement, int position, BigDecimal eligible) {
        var step = agreement.path().stream()
                .filter(one -> one.position() == position)
                .findFirst()
                .orElseThrow(() -> new Problem(AgreementProblem.PAYMENT_INSTALMENT_UNKNOWN, position));
        return step.reimbursed(eligible);
    }

    private static List<OnItem> counted(List<OnItem> sound, BigDecimal accepted) {
        if (accepted.signum() == 0) {
            return List.of();
        }
        var parts = Distribution.of(accepted, sound.stream().map(OnItem::amount).toList());
        return IntStream.range(0, sound.size())
                .mapToObj(at -> new OnItem(sound.get(at).item(), parts.get(at)))
                .filter(one -> one.amount().signum() > 0)
                .toList();
    }

    /**
     * Gives a report back to be mended.
     *
     * @throws Problem {@code report-unknown}, {@code transition-not-allowed}, {@code second-person-required}, {@code
     *     changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public ReportView giveBack(UUID id, @Nullable Long version, String reason) {
        var why = Text.required(reason, "/reason");
        var report = submitted(id, version, ReportState.RETURNED);
        long change = recorded("REPORT_RETURNED", report, ReportState.RETURNED, why);
        store.move(
                id, ReportState.RETURNED, report.submittedOn(), caller.login(), time.today(), null, null, why, change);
        tasks.done(TASK, SUBJECT, id.toString());
        var mender = seen.isActing(report.agreement(), report.writtenBy())
                ? Doer.person(report.writtenBy())
                : Doer.role(DEPARTMENT); // who was succeeded writes no more
        tasks.open(MEND, mender, SUBJECT, id.toString(), facts(report), null);
        return view(id);
    }

    private ReportView submitted(UUID id, @Nullable Long version, ReportState to) {
        var report = store.lock(id).orElseThrow(() -> new Problem(AgreementProblem.REPORT_UNKNOWN));
        if (report.state() != ReportState.SUBMITTED) {
            throw new Problem(
                    PlatformProblem.TRANSITION_NOT_ALLOWED, report.state().name(), to.name());
        }
        if (report.writtenBy().equals(caller.login())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        requireSeen(report, version);
        return report;
    }

    private long recorded(String action, ReportView report, ReportState to, @Nullable String reason) {
        return changes.record(
                action,
                SUBJECT,
                report.id().toString(),
                Map.of("state", report.state()),
                reason == null ? Map.of("state", to) : Map.of("state", to, "reason", reason));
    }

    private static Map<String, Object> facts(ReportView report) {
        return Map.of("number", report.number(), "agreement", "СГ-" + report.agreementNumber());
    }
}
