package ru.mos.clusters.web.support;

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
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.support.SupportProblem;
import ru.mos.clusters.support.SupportRecordView;
import ru.mos.clusters.support.SupportRecords;
import ru.mos.clusters.support.SupportViolations;
import ru.mos.clusters.support.ViolationFilter;
import ru.mos.clusters.support.ViolationView;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** One record of support with the violations of its terms: numbered, stopped, annulled. */
@Named
@RequestScoped
public class SupportPage {

    private static final String PAGE = "/support/record.xhtml";
    private static final int ALL = 500;

    @EJB
    private SupportRecords records;

    @EJB
    private SupportViolations violations;

    @Inject
    private ListQuery query;

    @Inject
    private Time time;

    private SupportRecordView support;
    private @Nullable List<ViolationView> broken;
    private @Nullable String registerNumber;
    private @Nullable LocalDate stoppedOn;
    private @Nullable String reason;
    private final PaperEntry paper = new PaperEntry();

    @PostConstruct
    void open() {
        support = records.view(id(query.value("id")));
        registerNumber = support.registerNumber();
        stoppedOn = time.today();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Problem(SupportProblem.SUPPORT_RECORD_UNKNOWN);
        }
    }

    public SupportRecordView getSupport() {
        return support;
    }

    public List<ViolationView> getViolations() {
        if (broken == null) {
            broken = violations
                    .list(new ViolationFilter(null, null, support.id(), null), PageRequest.first(ALL))
                    .items();
        }
        return broken;
    }

    /** Whether it can be stopped: its term runs. */
    public boolean isStoppable() {
        return support.running() && support.stoppedOn() == null && !support.annulled();
    }

    public String number() {
        records.number(support.id(), requireNonNull(registerNumber));
        return again("support.numbered");
    }

    public String stop() {
        records.stop(support.id(), requireNonNull(stoppedOn), paper.paper());
        return again("support.stopRecorded");
    }

    public String annul() {
        records.annul(support.id(), Text.required(reason, "/reason"));
        return again("support.annulRecorded");
    }

    private String again(String result) {
        Messages.info(result);
        return Redirect.to(PAGE, "id", support.id());
    }

    public @Nullable String getRegisterNumber() {
        return registerNumber;
    }

    public void setRegisterNumber(@Nullable String registerNumber) {
        this.registerNumber = registerNumber;
    }

    public @Nullable LocalDate getStoppedOn() {
        return stoppedOn;
    }

    public void setStoppedOn(@Nullable LocalDate stoppedOn) {
        this.stoppedOn = stoppedOn;
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
