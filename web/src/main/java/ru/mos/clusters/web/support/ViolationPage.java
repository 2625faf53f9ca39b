package ru.mos.clusters.web.support;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.support.SupportProblem;
import ru.mos.clusters.support.SupportViolations;
import ru.mos.clusters.support.ViolationView;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** One violation: corrected, annulled. */
@Named
@RequestScoped
public class ViolationPage {

    @EJB
    private SupportViolations violations;

    @Inject
    private ListQuery query;

    @Inject
    private Time time;

    private ViolationView violation;
    private @Nullable LocalDate correctedOn;
    private @Nullable String reason;
    private final PaperEntry paper = new PaperEntry();

    @PostConstruct
    void open() {
        violation = violations.view(id(query.value("id")));
        correctedOn = time.today();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Problem(SupportProblem.VIOLATION_UNKNOWN);
        }
    }

    public ViolationView getViolation() {
        return violation;
    }

    public String correct() {
        violations.correct(violation.id(), requireNonNull(correctedOn), paper.paper());
        return again("violation.correctionRecorded");
    }

    public String annul() {
        violations.annul(violation.id(), Text.required(reason, "/reason"));
        return again("violation.annulRecorded");
    }

    private String again(String result) {
        Messages.info(result);
        return Redirect.to("/support/violation.xhtml", "id", violation.id());
    }

    public @Nullable LocalDate getCorrectedOn() {
        return correctedOn;
    }

    public void setCorrectedOn(@Nullable LocalDate correctedOn) {
        this.correctedOn = correctedOn;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
