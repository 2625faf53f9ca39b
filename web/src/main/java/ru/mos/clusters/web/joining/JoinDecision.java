package ru.mos.clusters.web.joining;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.joining.AdmitApplicant;
import ru.mos.clusters.cluster.joining.ApplicationEvent;
import ru.mos.clusters.cluster.joining.ApplicationState;
import ru.mos.clusters.cluster.joining.ApplicationView;
import ru.mos.clusters.cluster.joining.Joining;
import ru.mos.clusters.cluster.joining.JoiningProblem;
import ru.mos.clusters.cluster.joining.RefusalGrounds;
import ru.mos.clusters.cluster.joining.RefuseApplicant;
import ru.mos.clusters.eligibility.Supposition;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.WhatIf;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.eligibility.Effect;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** One application to join: where it stands, what admitting would do to each condition, and the decision. */
@Named
@RequestScoped
public class JoinDecision {

    /** Stands for a refusal without a listed ground; no code of a ground looks so. */
    private static final String NONE = "-";

    @EJB
    private Joining joining;

    @EJB
    private RefusalGrounds grounds;

    @EJB
    private WhatIf whatIf;

    @Inject
    private JoiningWords words;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    @Inject
    private Texts texts;

    @Inject
    private Time time;

    private ApplicationView application;
    private @Nullable Effect effect;
    private @Nullable LocalDate decidedOn;
    private @Nullable LocalDate from;
    private @Nullable String ground;
    private @Nullable String reason;
    private final PaperEntry paper = new PaperEntry();

    @PostConstruct
    void open() {
        application = joining.view(id(query.value("id")));
        from = query.asOf(time.today());
        decidedOn = time.today();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Problem(JoiningProblem.APPLICATION_UNKNOWN);
        }
    }

    public ApplicationView getApplication() {
        return application;
    }

    public String getLook() {
        return words.look(application.state());
    }

    public boolean may(String event) {
        return joining.open(application.state()).contains(ApplicationEvent.valueOf(event));
    }

    /** Whether the reader may see verdicts, and there is something to suppose. */
    public boolean isWeighing() {
        return application.state() == ApplicationState.SUBMITTED
                && !query.isFaulty()
                && Stream.of(Role.DEPARTMENT, Role.GCKR, Role.CHIEF, Role.COMMISSION, Role.AUDITOR)
                        .anyMatch(caller::hasRole);
    }

    /** What admitting would do to each condition on the date. */
    public Effect getEffect() {
        if (effect == null) {
            effect = Effect.of(whatIf.suppose(
                    new VerdictQuery(application.cluster(), query.asOf(time.today()), null, null),
                    List.of(new Supposition.AddMember(
                            application.inn(), application.name(), application.memberOfOrganisation())),
                    Language.current()));
        }
        return effect;
    }

    /** Grounds in force today, and that there is none. */
    public List<Map.Entry<String, String>> getGrounds() {
        return Stream.concat(
                        grounds.on(application.cluster(), null).stream()
                                .map(listed -> Map.entry(listed.code(), words.ground(listed))),
                        Stream.of(Map.entry(NONE, texts.get("joining.withoutGround"))))
                .toList();
    }

    public String admit() {
        joining.admit(new AdmitApplicant(
                application.cluster(),
                application.id(),
                requireNonNull(decidedOn),
                requireNonNull(from),
                paper.paper()));
        return after("decision.admitted");
    }

    public String refuse() {
        var listed = NONE.equals(ground) ? null : requireNonNull(ground);
        joining.refuse(new RefuseApplicant(
                application.cluster(),
                application.id(),
                requireNonNull(decidedOn),
                listed,
                listed == null,
                requireNonNull(reason),
                paper.paper()));
        return after("decision.refused");
    }

    public String withdraw() {
        joining.withdraw(application.cluster(), application.id(), null, reason);
        return after("decision.withdrawn");
    }

    public String annul() {
        joining.annul(application.cluster(), application.id(), requireNonNull(reason));
        return after("decision.annulled");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/cluster/join-decision.xhtml", "id", application.id());
    }

    public @Nullable LocalDate getDecidedOn() {
        return decidedOn;
    }

    public void setDecidedOn(@Nullable LocalDate decidedOn) {
        this.decidedOn = decidedOn;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable String getGround() {
        return ground;
    }

    public void setGround(@Nullable String ground) {
        this.ground = ground;
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
