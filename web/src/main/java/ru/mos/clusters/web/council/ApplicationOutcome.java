package ru.mos.clusters.web.council;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.application.ApplicationProblem;
import ru.mos.clusters.call.decision.AppealView;
import ru.mos.clusters.call.decision.Appeals;
import ru.mos.clusters.call.decision.DecisionView;
import ru.mos.clusters.call.decision.Decisions;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** What was decided on an application and what was said against it, on the application's card. */
@Named
@RequestScoped
public class ApplicationOutcome {

    @EJB
    private Decisions decisions;

    @EJB
    private Appeals appeals;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private UUID application;
    private @Nullable List<DecisionView> made;
    private @Nullable List<AppealView> lodged;
    private @Nullable LocalDate until;
    private @Nullable String text;

    @PostConstruct
    void open() {
        application = Ids.of(query.value("id"), ApplicationProblem.CALL_APPLICATION_UNKNOWN);
        until = caller.hasRole(Role.APPLICANT) ? appeals.term(application).orElse(null) : null;
    }

    private boolean has(String... roles) {
        return Stream.of(roles).anyMatch(caller::hasRole);
    }

    /** The latest first; nothing for who may not read them. */
    public List<DecisionView> getDecisions() {
        if (made == null) {
            made = has(
                            Role.DEPARTMENT,
                            Role.GCKR,
                            Role.CHIEF,
                            Role.ACCOUNTANT,
                            Role.COMMISSION,
                            Role.AUDITOR,
                            Role.APPLICANT)
                    ? decisions.of(application)
                    : List.of();
        }
        return made;
    }

    /** The latest first; nothing for who may not read them. */
    public List<AppealView> getAppeals() {
        if (lodged == null) {
            lodged = has(Role.DEPARTMENT, Role.GCKR, Role.CHIEF, Role.COMMISSION, Role.AUDITOR, Role.APPLICANT)
                    ? appeals.of(application)
                    : List.of();
        }
        return lodged;
    }

    /** The last day for an appeal by the person; null where there is nothing to appeal against, or no more. */
    public @Nullable LocalDate getUntil() {
        return until;
    }

    public boolean isThere() {
        return until != null || !getDecisions().isEmpty() || !getAppeals().isEmpty();
    }

    /** Lodges the appeal that was typed and opens it. */
    public String lodge() {
        var appeal = appeals.lodge(application, String.valueOf(text));
        Messages.info("council.lodged");
        return Redirect.to("/council/appeal.xhtml", "id", appeal.id());
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
