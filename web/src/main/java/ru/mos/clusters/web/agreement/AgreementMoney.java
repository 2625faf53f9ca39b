package ru.mos.clusters.web.agreement;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.EvidenceView;
import ru.mos.clusters.agreement.OwnMoney;
import ru.mos.clusters.agreement.PathStep;
import ru.mos.clusters.agreement.PayeeAccountView;
import ru.mos.clusters.agreement.PayeeAccounts;
import ru.mos.clusters.agreement.PaymentView;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.agreement.ReportView;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.agreement.ReviewView;
import ru.mos.clusters.agreement.Reviews;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The money of the agreement that is shown: what is paid against how much of the recipient's own, and what stands in the way. */
@Named
@RequestScoped
public class AgreementMoney {

    private static final int MOST_PAYMENTS = 200;

    @EJB
    private Payments payments;

    @EJB
    private OwnMoney ownMoney;

    @EJB
    private PayeeAccounts accounts;

    @EJB
    private Reviews reviews;

    @EJB
    private Reports reports;

    @Inject
    private AgreementPage page;

    @Inject
    private AgreementSuccession succession;

    @Inject
    private AgreementRights rights;

    @Inject
    private AgreementWords words;

    private @Nullable List<String> obstacles;
    private @Nullable List<PaymentView> paid;
    private @Nullable List<EvidenceView> evidence;
    private @Nullable List<Payee> payees;
    private @Nullable List<ReviewView> reviewed;
    private @Nullable List<ReportView> reported;

    /** Who is paid, with all accounts that were entered, the latest first. */
    public record Payee(Inn inn, List<PayeeAccountView> accounts) {}

    private AgreementView agreement() {
        return page.getAgreement();
    }

    public PathDrawing getDrawing() {
        return PathDrawing.of(agreement().path());
    }

    /** What the bars stand for, for the legend. */
    public List<PathMeasure> getMeasures() {
        return List.of(PathMeasure.values());
    }

    /** The instalment that is to be paid next; null where none is. */
    public @Nullable PathStep getNext() {
        return agreement().state().isInForce() ? next().orElse(null) : null;
    }

    private Optional<PathStep> next() {
        return agreement().path().stream()
                .filter(step -> step.payable() != null && step.ordered().compareTo(step.payable()) < 0)
                .findFirst()
                .or(() -> agreement().path().stream()
                        .filter(step -> step.payable() == null)
                        .findFirst());
    }

    /** What stands against paying the next instalment today, in words. */
    public List<String> getObstacles() {
        if (obstacles == null) {
            var next = getNext();
            obstacles = next == null
                    ? List.of()
                    : payments.obstacles(agreement().id(), next.position()).stream()
                            .map(problem -> ProblemTexts.text(problem, Language.current()))
                            .toList();
        }
        return obstacles;
    }

    /** Whether the person may prepare the next payment now. */
    public boolean isPayable() {
        return rights.isPaying() && getNext() != null && getObstacles().isEmpty();
    }

    public List<PaymentView> getPayments() {
        if (paid == null) {
            paid = payments.list(null, agreement().id(), PageRequest.first(MOST_PAYMENTS))
                    .items();
        }
        return paid;
    }

    public List<EvidenceView> getEvidence() {
        if (evidence == null) {
            evidence = ownMoney.of(agreement().id());
        }
        return evidence;
    }

    /** Who is paid; nobody for who may not read accounts. */
    public List<Payee> getPayees() {
        if (payees == null) {
            payees = rights.isReadingAccounts()
                    ? payments.payees(agreement().id()).stream()
                            .map(inn -> new Payee(inn, accounts.of(inn)))
                            .toList()
                    : List.of();
        }
        return payees;
    }

    public List<ReviewView> getReviews() {
        if (reviewed == null) {
            reviewed = reviews.of(agreement().id());
        }
        return reviewed;
    }

    public List<ReportView> getReports() {
        if (reported == null) {
            reported = reports.of(agreement().id());
        }
        return reported;
    }

    /** Whether costs are paid for that were borne before. */
    public boolean isReimbursing() {
        return agreement().mode() == FundingMode.REIMBURSEMENT;
    }

    /** Whether the person may begin the report on an instalment, or the claim for it. */
    public boolean reportable(PathStep step) {
        boolean due =
                isReimbursing() ? agreement().state().isInForce() : step.paid().signum() > 0;
        return rights.isReporting() && succession.isActing() && due && step.report() == null;
    }

    /** Prepares the payment of an instalment and opens it, where it is one. */
    public String prepare(int position) {
        var prepared = payments.prepare(agreement().id(), position);
        Messages.info("grant.prepared", prepared.size());
        return prepared.size() == 1
                ? Redirect.to("/agreement/payment.xhtml", "id", prepared.get(0).id())
                : Redirect.to("/agreement/card.xhtml", "id", agreement().id());
    }

    /** Begins the report on an instalment and opens its lines. */
    public String begin(int position) {
        var report = reports.begin(agreement().id(), position);
        Messages.info(words.said(isReimbursing(), "grant.reportBegun"));
        return Redirect.to("/agreement/report-edit.xhtml", "id", report.id());
    }
}
