package ru.mos.clusters.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementState;
import ru.mos.clusters.agreement.AgreementTerms.BudgetItem;
import ru.mos.clusters.agreement.AgreementTerms.Instalment;
import ru.mos.clusters.agreement.AgreementTerms.Target;
import ru.mos.clusters.agreement.EvidenceSource;
import ru.mos.clusters.agreement.EvidenceState;
import ru.mos.clusters.agreement.PayeeAccountState;
import ru.mos.clusters.agreement.PaymentState;
import ru.mos.clusters.agreement.ReportState;
import ru.mos.clusters.agreement.ReviewState;
import ru.mos.clusters.agreement.SuccessionCapacity;
import ru.mos.clusters.agreement.SuccessionGround;
import ru.mos.clusters.agreement.SuccessionState;
import ru.mos.clusters.agreement.SupportArticle;
import ru.mos.clusters.web.project.ProjectWords;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Texts;

/** Agreements, payments and reports as people read them. */
@Named
@RequestScoped
public class AgreementWords {

    @Inject
    private Texts texts;

    @Inject
    private ProjectWords projects;

    public String look(AgreementState state) {
        return switch (state) {
            case DRAFT, AMENDING -> "manual";
            case SIGNED, AMENDED -> "unknown";
            case IN_FORCE, COMPLETED -> "met";
            case TERMINATED -> "notmet";
            case CANCELLED -> "off";
        };
    }

    public String evidenceLook(EvidenceState state) {
        return switch (state) {
            case ENTERED -> "unknown";
            case ACCEPTED -> "met";
            case REJECTED -> "notmet";
        };
    }

    public String accountLook(PayeeAccountState state) {
        return switch (state) {
            case ENTERED -> "unknown";
            case CONFIRMED -> "met";
            case REJECTED -> "notmet";
            case REPLACED -> "off";
        };
    }

    public String paymentLook(PaymentState state) {
        return switch (state) {
            case PREPARED, APPROVED -> "manual";
            case ORDERED -> "unknown";
            case EXECUTED -> "met";
            case REJECTED -> "notmet";
            case CANCELLED -> "off";
        };
    }

    public String reviewLook(ReviewState state) {
        return switch (state) {
            case OPEN, CONFIRMED -> "notmet";
            case LIFTED -> "met";
            case WAIVED -> "manual";
        };
    }

    public String reportLook(ReportState state) {
        return switch (state) {
            case DRAFT -> "manual";
            case SUBMITTED -> "unknown";
            case RETURNED -> "notmet";
            case ACCEPTED -> "met";
        };
    }

    /** What has become of a report, or of a claim: the words differ in gender. */
    public String reportState(boolean claim, ReportState state) {
        return claim ? texts.with("grant.claim." + state.name()) : Functions.show(state);
    }

    /** The key of what is said of a report, or of a claim where costs are reimbursed. */
    public String said(boolean claim, String key) {
        return claim ? key + "Claim" : key;
    }

    public String successionLook(SuccessionState state) {
        return switch (state) {
            case ENTERED, REVERSING -> "unknown";
            case CONFIRMED -> "met";
            case REJECTED -> "notmet";
            case REVERSED -> "off";
        };
    }

    /** An instalment in one line; a dash for none. */
    public String instalment(@Nullable Instalment one) {
        return one == null
                ? Functions.show(null)
                : texts.with(
                        "grant.instalmentLine",
                        one.stage(),
                        one.dueOn(),
                        Functions.money(one.amount()),
                        Functions.money(one.own()));
    }

    /** An item of the budget in one line; a dash for none. */
    public String budgetItem(@Nullable BudgetItem one) {
        return one == null
                ? Functions.show(null)
                : texts.with("grant.budgetItemLine", one.name(), Functions.money(one.amount()));
    }

    /** A target in one line; a dash for none. */
    public String target(@Nullable Target one) {
        return one == null
                ? Functions.show(null)
                : texts.with("grant.targetLine", projects.indicator(one.code()), one.baseline(), one.plan(), one.by());
    }

    public List<Map.Entry<String, String>> getStates() {
        return options(AgreementState.values());
    }

    public List<Map.Entry<String, String>> getArticles() {
        return options(SupportArticle.values());
    }

    public List<Map.Entry<String, String>> getSources() {
        return options(EvidenceSource.values());
    }

    public List<Map.Entry<String, String>> getCapacities() {
        return options(SuccessionCapacity.values());
    }

    public List<Map.Entry<String, String>> getGrounds() {
        return options(SuccessionGround.values());
    }

    public List<Map.Entry<String, String>> getPaymentStates() {
        return options(PaymentState.values());
    }

    private static List<Map.Entry<String, String>> options(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }
}
