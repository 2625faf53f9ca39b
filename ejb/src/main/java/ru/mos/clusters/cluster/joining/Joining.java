package ru.mos.clusters.cluster.joining;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.ClusterProblem;
import ru.mos.clusters.cluster.MembershipChanged;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;

/** Applications of enterprises to join clusters, and what becomes of them. */
@Stateless
@DenyAll
public class Joining {

    /** Kind of things that tasks speak of. */
    static final String SUBJECT = "APPLICATION";

    static final String TO_DECIDE = "JOINING_TO_DECIDE";

    private static final String CLUSTER = "CLUSTER";

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    @Inject
    private JoiningRows rows;

    @Inject
    private Curator curator;

    @EJB
    private Memberships memberships;

    @EJB
    private Tasks tasks;

    @Inject
    private Event<MembershipChanged> changed;

    /** What the record of changes keeps of an application. */
    record Submitted(Participation participation, LocalDate submittedOn, Paper document, LocalDate answerDue) {}

    /** What the record of changes keeps of a step. */
    record Stands(
            Inn inn,
            ApplicationState state,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate from,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable Paper decision) {}

    /**
     * Takes in an application. Who applies for the own organisation does so today; others enter a paper of that day or an
     * earlier one.
     *
     * @throws Problem {@code cluster-unknown}, {@code application-open-already}, {@code applicant-is-member},
     *     {@code organisation-is-not-a-member}, {@code application-date-in-future}, {@code application-outside-cluster},
     *     {@code applicant-without-organisation}, {@code applicant-of-another-organisation},
     *     {@code applicant-submits-today}
     */
    @RolesAllowed({DEPARTMENT, GCKR, APPLICANT})
    public ApplicationView submit(SubmitApplication command) {
        var today = time.today();
        var day = command.submittedOn() == null ? today : command.submittedOn();
        var inn = command.participation().inn();
        requireOwn(inn, day, today);
        requireNotLater(day, today, "/submittedOn");
        requireNotLater(command.document().date(), today, "/document/date");
        var applied = rows.applied(command.cluster(), inn, day);
        var due = day.plusDays(applied.answerDays());
        var id = UUID.randomUUID();
        long change = changes.record(
                "APPLICATION_SUBMITTED",
                CLUSTER,
                command.cluster().toString(),
                null,
                new Submitted(command.participation(), day, command.document(), due));
        rows.insert(id, command, day, due, change);
        tasks.open(
                TO_DECIDE,
                curator.of(command.cluster()),
                SUBJECT,
                id.toString(),
                Map.of("code", applied.code(), "inn", inn.digits()),
                due);
        return view(command.cluster(), id);
    }

    /**
     * Records that the cluster organisation admits the applicant, who takes part from that day on.
     *
     * @throws Problem {@code application-unknown}, {@code application-step-not-allowed},
     *     {@code application-decided-early}, {@code application-date-in-future}, {@code admitted-before-decision}, and
     *     those of {@link Memberships#admit}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ApplicationView admit(AdmitApplicant command) {
        var before = view(command.cluster(), command.application());
        if (command.from().isBefore(command.decidedOn())) {
            throw new Problem(JoiningProblem.ADMITTED_BEFORE_DECISION, command.decidedOn()).at("/from");
        }
        step(
                before,
                ApplicationEvent.ADMIT,
                new Stands(
                        before.inn(),
                        ApplicationState.ADMITTED,
                        command.decidedOn(),
                        command.from(),
                        null,
                        null,
                        command.decision()),
                null);
        var participation = new Participation(
                before.inn(), rows.enteredName(before), before.roles(), before.memberOfOrganisation());
        memberships.admit(new AdmitMember(before.cluster(), participation, command.from(), null));
        return view(command.cluster(), command.application());
    }

    /**
     * Records that the cluster organisation refuses the applicant, on a listed ground or without one.
     *
     * @throws Problem {@code application-unknown}, {@code application-step-not-allowed},
     *     {@code application-decided-early}, {@code application-date-in-future}, {@code ground-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ApplicationView refuse(RefuseApplicant command) {
        var before = view(command.cluster(), command.application());
        var ground =
                command.ground() == null ? null : rows.ground(before.cluster(), command.ground(), command.decidedOn());
        step(
                before,
                ApplicationEvent.REFUSE,
                new Stands(
                        before.inn(),
                        ApplicationState.REFUSED,
                        command.decidedOn(),
                        null,
                        command.ground(),
                        command.reason(),
                        command.decision()),
                ground);
        changed.fire(new MembershipChanged(before.cluster()));
        return view(command.cluster(), command.application());
    }

    /**
     * The applicant takes its application back.
     *
     * @param day null: today
     * @throws Problem {@code application-unknown}, {@code application-step-not-allowed},
     *     {@code application-decided-early}, {@code application-date-in-future}
     */
    @RolesAllowed({DEPARTMENT, GCKR, APPLICANT})
    public ApplicationView withdraw(UUID cluster, UUID application, @Nullable LocalDate day, @Nullable String reason) {
        var before = view(cluster, application);
        step(
                before,
                ApplicationEvent.WITHDRAW,
                new Stands(
                        before.inn(),
                        ApplicationState.WITHDRAWN,
                        day == null ? time.today() : day,
                        null,
                        null,
                        Text.optional(reason, "/reason"),
                        null),
                null);
        return view(cluster, application);
    }

    /**
     * Takes a refusal back: the application waits for its answer again, and the refusal is no more heard.
     *
     * @throws Problem {@code application-unknown}, {@code application-step-not-allowed}, {@code application-open-already}
     */
    @RolesAllowed(DEPARTMENT)
    public ApplicationView annul(UUID cluster, UUID application, String reason) {
        var before = view(cluster, application);
        var why = Text.required(reason, "/reason");
        step(
                before,
                ApplicationEvent.ANNUL,
                new Stands(before.inn(), ApplicationState.SUBMITTED, null, null, null, why, null),
                null);
        changed.fire(new MembershipChanged(cluster));
        return view(cluster, application);
    }

    /**
     * One application.
     *
     * @throws Problem {@code application-unknown}, also for an applicant who asks for another's
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE, APPLICANT
    })
    public ApplicationView view(UUID cluster, UUID application) {
        return rows.find(application, rows.own())
                .filter(found -> found.cluster().equals(cluster))
                .orElseThrow(() -> new Problem(JoiningProblem.APPLICATION_UNKNOWN));
    }

    /**
     * One application, for who may ask what admitting would do to the conditions.
     *
     * @throws Problem {@code application-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public ApplicationView weighed(UUID cluster, UUID application) {
        return view(cluster, application);
    }

    /** The same where only its id is at hand, as in a task. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE, APPLICANT
    })
    public ApplicationView view(UUID application) {
        return rows.find(application, rows.own()).orElseThrow(() -> new Problem(JoiningProblem.APPLICATION_UNKNOWN));
    }

    /** Applications of the filter, the latest submitted first; an applicant sees those of the own organisation. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE, APPLICANT
    })
    public Slice<ApplicationView> list(ApplicationFilter filter, PageRequest page) {
        return rows.list(filter, rows.own(), page);
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE, APPLICANT
    })
    public long count(ApplicationFilter filter) {
        return rows.count(filter, rows.own());
    }

    /** What the caller may do with an application in the state. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE, APPLICANT
    })
    public Set<ApplicationEvent> open(ApplicationState state) {
        return ApplicationLifecycle.open(state, caller::hasRole);
    }

    /** A cluster that one may apply to. */
    public record Offer(UUID id, String code, String name) {}

    /** Clusters that exist today, by sector and number. */
    @RolesAllowed({DEPARTMENT, GCKR, APPLICANT})
    public List<Offer> offers() {
        return sql.with(handle -> handle.createQuery("""
                        select c.id, c.code, p.name
                          from cluster.cluster c
                          join cluster.particulars_known(null) p on p.cluster_id = c.id
                         where p.valid_from <= platform.today() and (p.valid_until is null or platform.today() < p.valid_until)
                         order by c.sector, c.number
                         limit 2000""").mapTo(Offer.class).list());
    }

    /**
     * For whom somebody may apply.
     *
     * @param anybody staff, who enter papers of any enterprise
     * @param inn the one enterprise of anybody else; null where the login is tied to none
     */
    public record Own(boolean anybody, @Nullable Inn inn) {}

    /** For whom the caller may apply. */
    @RolesAllowed({DEPARTMENT, GCKR, APPLICANT})
    public Own own() {
        return rows.own();
    }

    /**
     * The cluster that is meant by an id or by a code such as {@code IT-1}.
     *
     * @throws Problem {@code cluster-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE, APPLICANT
    })
    public UUID cluster(String idOrCode) {
        return sql.with(handle -> handle.createQuery(
                                "select id from cluster.cluster where cast(id as text) = lower(:it) or code = upper(:it)")
                        .bind("it", idOrCode)
                        .mapTo(UUID.class)
                        .findOne())
                .orElseThrow(() -> new Problem(ClusterProblem.CLUSTER_UNKNOWN, idOrCode));
    }

    private void step(ApplicationView before, ApplicationEvent event, Stands now, @Nullable UUID ground) {
        var state = ApplicationLifecycle.next(before.state(), event, caller::hasRole);
        var today = time.today();
        if (now.decidedOn() != null) {
            requireNotLater(now.decidedOn(), today, "/decidedOn");
            if (now.decidedOn().isBefore(before.submittedOn())) {
                throw new Problem(JoiningProblem.APPLICATION_DECIDED_EARLY, before.submittedOn()).at("/decidedOn");
            }
        }
        if (now.decision() != null) {
            requireNotLater(now.decision().date(), today, "/document/date");
        }
        long change = changes.record(
                "APPLICATION_" + state,
                CLUSTER,
                before.cluster().toString(),
                new Stands(before.inn(), before.state(), before.decidedOn(), null, null, null, before.decision()),
                now);
        rows.next(before, state, now, ground, change);
        if (state == ApplicationState.SUBMITTED) {
            tasks.open(
                    TO_DECIDE,
                    curator.of(before.cluster()),
                    SUBJECT,
                    before.id().toString(),
                    Map.of("code", before.clusterCode(), "inn", before.inn().digits()),
                    before.answerDue());
        } else {
            tasks.done(TO_DECIDE, SUBJECT, before.id().toString());
            tasks.done(OverdueAnswers.OVERDUE, SUBJECT, before.id().toString());
        }
    }

    private void requireOwn(Inn inn, LocalDate day, LocalDate today) {
        var own = rows.own();
        if (own.anybody()) {
            return;
        }
        if (own.inn() == null) {
            throw new Problem(JoiningProblem.APPLICANT_WITHOUT_ORGANISATION);
        }
        if (!own.inn().equals(inn)) {
            throw new Problem(JoiningProblem.APPLICANT_OF_ANOTHER_ORGANISATION, own.inn()).at("/inn");
        }
        if (!day.equals(today)) {
            throw new Problem(JoiningProblem.APPLICANT_SUBMITS_TODAY, today).at("/submittedOn");
        }
    }

    private static void requireNotLater(LocalDate day, LocalDate today, String pointer) {
        if (day.isAfter(today)) {
            throw new Problem(JoiningProblem.APPLICATION_DATE_IN_FUTURE, day).at(pointer);
        }
    }
}
