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
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;

/**
 * Evidence of money beside the budget's: entered by the recipient or for it, accepted by another person. A document shows money
 * once, whichever agreement it is entered for.
 *
 * <p>Source: the paper of 2010, principle of co-financing.
 */
@Stateless
@DenyAll
public class OwnMoney {

    static final String SUBJECT = "EVIDENCE";
    private static final String TASK = "EVIDENCE_TO_DECIDE";
    private static final BigDecimal MOST = new BigDecimal("1E13");

    private static final String EVIDENCE = """
            select v.* from agreement.evidence v join agreement.agreement g on g.id = v.agreement_id where
            """ + SeenAgreements.SEEN;

    @EJB
    private Agreements agreements;

    @EJB
    private Tasks tasks;

    @Inject
    private SeenAgreements seen;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Sql sql;

    /** All of an agreement, in the order it was entered. @throws Problem {@code subsidy-agreement-unknown} */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<EvidenceView> of(UUID agreement) {
        agreements.view(agreement);
        return sql.with(handle -> seen.bind(handle.createQuery(EVIDENCE + " and g.id = :id order by v.number"))
                .bind("id", agreement)
                .map((row, context) -> view(row))
                .list());
    }

    /** @throws Problem {@code own-money-unknown}, also for what the caller does not see */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public EvidenceView view(UUID id) {
        return find(id).orElseThrow(() -> new Problem(AgreementProblem.OWN_MONEY_UNKNOWN));
    }

    private Optional<EvidenceView> find(UUID id) {
        return sql.with(handle -> seen.bind(handle.createQuery(EVIDENCE + " and v.id = :id"))
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    /**
     * Enters a document; it counts when another person has accepted it.
     *
     * @throws Problem {@code subsidy-agreement-unknown}, {@code agreement-of-successor}, {@code agreement-stage-unknown}, {@code
     *     agreement-sum-impossible}, {@code evidence-number-missing}, {@code evidence-used-twice}, {@code evidence-of-reimbursement}
     */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, APPLICANT, SERVICE})
    public EvidenceView enter(EnterEvidence evidence) {
        var agreement = agreements.view(evidence.agreement());
        seen.requireActing(agreement.id());
        if (agreement.mode() == FundingMode.REIMBURSEMENT) {
            throw new Problem(AgreementProblem.EVIDENCE_OF_REIMBURSEMENT);
        }
        if (evidence.amount().signum() <= 0
                || evidence.amount().stripTrailingZeros().scale() > 2
                || evidence.amount().compareTo(MOST) >= 0) {
            throw new Problem(AgreementProblem.AGREEMENT_SUM_IMPOSSIBLE).at("/amount");
        }
        if (agreement.path().stream().noneMatch(step -> step.stage() == evidence.stage())) {
            throw new Problem(
                            AgreementProblem.AGREEMENT_STAGE_UNKNOWN,
                            evidence.stage(),
                            agreement.path().size())
                    .at("/stage");
        }
        if (evidence.document().number() == null
                || !evidence.document().number().matches(".*[0-9A-Za-zА-Яа-яЁё].*")) {
            throw new Problem(AgreementProblem.EVIDENCE_NUMBER_MISSING).at("/document/number");
        }
        requireUnreported(evidence.agreement(), evidence.document(), evidence.amount());
        var id = UUID.randomUUID();
        long change = changes.record("EVIDENCE_ENTERED", SUBJECT, id.toString(), null, evidence);
        sql.with(handle -> handle.createUpdate("""
                        insert into agreement.evidence (id, agreement_id, stage, source, amount, issuer, document_title, document_number,
                               document_date, state, entered_by, recorded_by, changed_by)
                        values (:id, :agreement, :stage, :source, :amount, :issuer, :title, :number, :date, 'ENTERED', :by, :change, :change)""")
                .bind("id", id)
                .bind("agreement", evidence.agreement())
                .bind("stage", evidence.stage())
                .bind("source", evidence.source().name())
                .bind("amount", evidence.amount())
                .bind("issuer", evidence.issuer())
                .bind("title", evidence.document().title())
                .bind("number", evidence.document().number())
                .bind("date", evidence.document().date())
                .bind("by", caller.login())
                .bind("change", change)
                .execute());
        tasks.open(
                TASK,
                Doer.second(DEPARTMENT, caller.login()),
                SUBJECT,
                id.toString(),
                Map.of(
                        "agreement",
                        "СГ-" + agreement.number(),
                        "document",
                        evidence.document().title()),
                null);
        return view(id);
    }

    /** What a report of the same party accounts for, or a claim of it asks for, is no money beside the budget's. */
    private void requireUnreported(UUID agreement, Paper document, BigDecimal amount) {
        boolean reported = sql.with(handle -> handle.createQuery("""
                        select exists (select from agreement.report_line l
                                         join agreement.report r on r.id = l.report_id and r.state in ('SUBMITTED', 'ACCEPTED')
                                        where l.document_key = upper(regexp_replace(:number, '[^0-9A-Za-zА-Яа-яЁё]', '', 'g'))
                                          and (l.document_date, l.amount) = (:date, :amount)
                                          and agreement.party_on(r.agreement_id, platform.today())
                                              = agreement.party_on(:agreement, platform.today()))""")
                .bind("agreement", agreement)
                .bind("number", document.number())
                .bind("date", document.date())
                .bind("amount", amount)
                .mapTo(Boolean.class)
                .one());
        if (reported) {
            throw new Problem(AgreementProblem.EVIDENCE_USED_TWICE).at("/document/number");
        }
    }

    /**
     * Accepts a document as evidence.
     *
     * @throws Problem {@code own-money-unknown}, {@code second-person-required}, {@code changed-meanwhile}, {@code
     *     transition-not-allowed}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public EvidenceView accept(UUID id, @Nullable Long version) {
        return decide(id, version, EvidenceState.ACCEPTED, null);
    }

    /**
     * Rejects a document; it may be entered anew.
     *
     * @throws Problem {@code own-money-unknown}, {@code second-person-required}, {@code changed-meanwhile}, {@code
     *     transition-not-allowed}, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public EvidenceView reject(UUID id, @Nullable Long version, String reason) {
        return decide(id, version, EvidenceState.REJECTED, Text.required(reason, "/reason"));
    }

    private EvidenceView decide(UUID id, @Nullable Long version, EvidenceState to, @Nullable String reason) {
        sql.with(handle -> handle.createQuery("select 1 from agreement.evidence where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        var evidence = view(id);
        if (to == EvidenceState.ACCEPTED) {
            requireUnreported(evidence.agreement(), evidence.document(), evidence.amount());
        }
        if (evidence.state() != EvidenceState.ENTERED) {
            throw new Problem(
                    PlatformProblem.TRANSITION_NOT_ALLOWED, evidence.state().name(), to.name());
        }
        if (evidence.enteredBy().equals(caller.login())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        if (version != null && version != evidence.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        long change = changes.record(
                to == EvidenceState.ACCEPTED ? "EVIDENCE_ACCEPTED" : "EVIDENCE_REJECTED",
                SUBJECT,
                id.toString(),
                Map.of("state", evidence.state()),
                reason == null ? Map.of("state", to) : Map.of("state", to, "reason", reason));
        sql.with(handle -> handle.createUpdate("""
                        update agreement.evidence
                           set state = :state, decided_by = :by, reason = :reason, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("state", to.name())
                .bind("by", caller.login())
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
        tasks.done(TASK, SUBJECT, id.toString());
        return view(id);
    }

    private EvidenceView view(ResultSet row) throws SQLException {
        var state = EvidenceState.valueOf(row.getString("state"));
        var by = row.getString("entered_by");
        return new EvidenceView(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("agreement_id", UUID.class),
                row.getInt("stage"),
                EvidenceSource.valueOf(row.getString("source")),
                row.getBigDecimal("amount"),
                new Inn(row.getString("issuer")),
                new Paper(
                        row.getString("document_title"),
                        row.getString("document_number"),
                        row.getObject("document_date", LocalDate.class)),
                state,
                by,
                row.getString("decided_by"),
                row.getString("reason"),
                row.getLong("version"),
                state == EvidenceState.ENTERED
                        && !by.equals(caller.login())
                        && (caller.hasRole(DEPARTMENT) || caller.hasRole(CHIEF)));
    }
}
