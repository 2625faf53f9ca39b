package ru.mos.clusters.web.support;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.support.RecogniseViolation;
import ru.mos.clusters.support.SupportFilter;
import ru.mos.clusters.support.SupportRecords;
import ru.mos.clusters.support.SupportViolations;
import ru.mos.clusters.support.rule.ViolationKind;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** The form by which a violation is entered; opened from a recipient, it offers the recipient's support. */
@Named
@RequestScoped
public class ViolationEntry {

    private static final int ALL = 200;

    @EJB
    private SupportViolations violations;

    @EJB
    private SupportRecords records;

    @Inject
    private SupportLook look;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private @Nullable Inn inn;
    private @Nullable String support;
    private @Nullable ViolationKind kind;
    private @Nullable LocalDate recognisedOn;
    private @Nullable LocalDate correctionDue;
    private @Nullable String description;
    private final PaperEntry paper = new PaperEntry();

    @PostConstruct
    void open() {
        inn = query.read("inn", Inn::new).orElse(null);
        support = query.text("support").orElse(null);
    }

    /** Support of the recipient that the page was opened for. */
    public List<Map.Entry<String, String>> getSupports() {
        return query.read("inn", Inn::new)
                .map(recipient -> records.list(SupportFilter.of(recipient), PageRequest.first(ALL)).items().stream()
                        .map(one -> Map.entry(
                                one.id().toString(),
                                texts.with(
                                        "violation.ofSupport",
                                        look.kind(one.form(), one.kind()),
                                        Functions.show(one.decidedOn()))))
                        .toList())
                .orElse(List.of());
    }

    /** Enters it. */
    public String enter() {
        var entered = violations.recognise(new RecogniseViolation(
                requireNonNull(inn),
                support == null || support.isBlank() ? null : UUID.fromString(support),
                requireNonNull(kind),
                requireNonNull(recognisedOn),
                correctionDue,
                requireNonNull(description),
                paper.paper()));
        Messages.info("violation.entered");
        return Redirect.to("/support/violation.xhtml", "id", entered.id());
    }

    public @Nullable Inn getInn() {
        return inn;
    }

    public void setInn(@Nullable Inn inn) {
        this.inn = inn;
    }

    public @Nullable String getSupport() {
        return support;
    }

    public void setSupport(@Nullable String support) {
        this.support = support;
    }

    public @Nullable ViolationKind getKind() {
        return kind;
    }

    public void setKind(@Nullable ViolationKind kind) {
        this.kind = kind;
    }

    public @Nullable LocalDate getRecognisedOn() {
        return recognisedOn;
    }

    public void setRecognisedOn(@Nullable LocalDate recognisedOn) {
        this.recognisedOn = recognisedOn;
    }

    public @Nullable LocalDate getCorrectionDue() {
        return correctionDue;
    }

    public void setCorrectionDue(@Nullable LocalDate correctionDue) {
        this.correctionDue = correctionDue;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
