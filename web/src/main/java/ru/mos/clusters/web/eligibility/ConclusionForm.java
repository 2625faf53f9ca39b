package ru.mos.clusters.web.eligibility;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.ConclusionView;
import ru.mos.clusters.eligibility.Conclusions;
import ru.mos.clusters.eligibility.EligibilityProblem;
import ru.mos.clusters.eligibility.RecordConclusion;
import ru.mos.clusters.eligibility.VerdictView.FindingView;
import ru.mos.clusters.eligibility.VerdictView.PartView;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.cluster.AskedCluster;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;

/**
 * Records a person's conclusion on a part of a condition, or one paper's on several: a check-list, or declarations of many
 * members; shows one and withdraws it.
 */
@Named
@RequestScoped
public class ConclusionForm {

    @EJB
    private Conclusions conclusions;

    @Inject
    private AskedCluster asked;

    @Inject
    private VerdictPanel panel;

    @Inject
    private Conditions conditions;

    @Inject
    private ListQuery query;

    private @Nullable FindingView finding;
    private @Nullable ConclusionView conclusion;
    private List<String> parts = List.of();
    private @Nullable String outcome;
    private @Nullable String statement;
    private final PaperEntry paper = new PaperEntry();
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable String reason;

    @PostConstruct
    void open() {
        query.text("part").ifPresent(part -> parts = List.of(part));
        validFrom = asked.asOf();
    }

    /** The condition that the address speaks of, or the one to which its part belongs. */
    public FindingView getFinding() {
        if (finding == null) {
            finding = panel.getVerdict().findings().stream()
                    .filter(candidate -> candidate.rule().name().equals(query.value("rule"))
                            || candidate.parts().stream()
                                    .anyMatch(part -> part.code().equals(query.value("part"))))
                    .findFirst()
                    .orElseThrow(() -> new Problem(EligibilityProblem.PART_UNKNOWN, query.value("part")));
        }
        return finding;
    }

    /** The parts to choose from: those that wait for a person, and the one the address names. */
    public List<PartView> getOpen() {
        return getFinding().parts().stream()
                .filter(part -> conditions.asks(part) || part.code().equals(query.value("part")))
                .toList();
    }

    /** What a part is called where several stand side by side. */
    public String label(PartView part) {
        return part.inn() == null ? part.name() : conditions.subject(getFinding(), part.inn());
    }

    public String conclude() {
        var rule = getFinding().rule();
        var commands = parts.stream()
                .map(part -> new RecordConclusion(
                        asked.id(),
                        rule,
                        part,
                        "MET".equals(outcome),
                        requireNonNull(statement),
                        paper.paper(),
                        requireNonNull(validFrom),
                        validTo))
                .toList();
        conclusions.concludeAll(commands);
        Messages.info("conclusion.recorded", commands.size());
        return asked.outcome("verdict") + "&rule=" + rule;
    }

    /** The recorded conclusion that the address names. */
    public ConclusionView getConclusion() {
        if (conclusion == null) {
            conclusion = conclusions.view(asked.id(), id(query.value("conclusion")));
        }
        return conclusion;
    }

    public String withdraw() {
        var rule = getConclusion().rule();
        conclusions.withdraw(asked.id(), getConclusion().id(), reason);
        Messages.info("conclusion.withdrawn");
        return asked.outcome("verdict") + "&rule=" + rule;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Problem(EligibilityProblem.CONCLUSION_UNKNOWN, text);
        }
    }

    public List<String> getParts() {
        return parts;
    }

    public void setParts(List<String> parts) {
        this.parts = parts;
    }

    public @Nullable String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome;
    }

    public @Nullable String getStatement() {
        return statement;
    }

    public void setStatement(@Nullable String statement) {
        this.statement = statement;
    }

    public PaperEntry getPaper() {
        return paper;
    }

    public @Nullable LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(@Nullable LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public @Nullable LocalDate getValidTo() {
        return validTo;
    }

    public void setValidTo(@Nullable LocalDate validTo) {
        this.validTo = validTo;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
