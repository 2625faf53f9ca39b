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
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.application.ProjectStanding;
import ru.mos.clusters.call.application.ProjectStandings;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.project.Holders;

/**
 * Reviews: before money leaves, the project is checked anew by the rules of its call. What is barred stops payment, what nobody can
 * say holds it, until the cause is gone, or a chief who did not open the review lets this instalment be paid.
 */
@Stateless
@DenyAll
public class Reviews {

    static final String SUBJECT = "REVIEW";
    private static final String TASK = "REVIEW_TO_DECIDE";

    private static final String REVIEWS = """
            select r.* from agreement.review r join agreement.agreement g on g.id = r.agreement_id where
            """ + SeenAgreements.SEEN;

    @EJB
    private Agreements agreements;

    @EJB
    private Calls calls;

    @EJB
    private ProjectStandings standings;

    @EJB
    private Tasks tasks;

    @Inject
    private SuccessionStore successions;

    @Inject
    private SeenAgreements seen;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    @Inject
    private Sql sql;

    /** All of an agreement, the latest first. @throws Problem {@code subsidy-agreement-unknown} */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public List<ReviewView> of(UUID agreement) {
        agreements.view(agreement);
        return sql.with(
                handle -> seen.bind(handle.createQuery(REVIEWS + " and g.id = :id order by r.number desc limit 200"))
                        .bind("id", agreement)
                        .map((row, context) -> view(row))
                        .list());
    }

    /** @throws Problem {@code review-unknown}, also for one that the caller does not see */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public ReviewView view(UUID id) {
        return sql.with(handle -> seen.bind(handle.createQuery(REVIEWS + " and r.id = :id"))
                        .bind("id", id)
                        .map((row, context) -> view(row))
                        .findOne())
                .orElseThrow(() -> new Problem(AgreementProblem.REVIEW_UNKNOWN));
    }

    /**
     * Looks whether the project may be paid today: as it was awarded, with whoever stands by now in the place of its party, of
     * participants and of clusters that were merged. Opens a review, renews one or lifts it, in a transaction of its own: it stays
     * also where what was to be done is refused because of it.
     *
     * @param position of the instalment that is to be paid
     * @return the review that is open now
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<ReviewView> examine(UUID id, int position) {
        var agreement = agreements.view(id);
        var today = time.today();
        var standing = standings.succeeded(
                agreement.project(),
                agreement.projectEdition(),
                today,
                calls.view(agreement.call()).terms(),
                new Holders(agreement.party(), successions.participants(id, today), id),
                ProblemTexts.RUSSIAN);
        var outcome = outcome(standing);
        var open =
                of(id).stream().filter(one -> one.state() == ReviewState.OPEN).findFirst();
        if (outcome == null || isWaived(id, position, outcome)) {
            open.ifPresent(one -> decide(one, ReviewState.LIFTED, null, null, null));
            return Optional.empty();
        }
        var findings = new ArrayList<>(standing.reasons());
        successions.clusters(id, today).stream().map(ClusterSuccession::told).forEach(findings::add);
        successions.of(id).stream()
                .filter(one -> one.isInForce() && !one.from().isAfter(today))
                .map(one -> "Правопреемство: " + one.told())
                .forEach(findings::add);
        return Optional.of(open.map(one -> renewed(one, outcome, findings))
                .orElseGet(() -> opened(agreement, position, outcome, findings)));
    }

    private static @Nullable String outcome(ProjectStanding standing) {
        if (standing.barred()) {
            return "NOT_ELIGIBLE";
        }
        if (standing.open()) {
            return "UNKNOWN";
        }
        return standing.clustersJudged() ? "MANUAL" : null; // the rest was concluded in writing at the admission
    }

    private boolean isWaived(UUID agreement, int position, String outcome) {
        return !"NOT_ELIGIBLE".equals(outcome)
                && of(agreement).stream()
                        .anyMatch(one -> one.state() == ReviewState.WAIVED
                                && one.position() == position
                                && one.outcome().equals(outcome));
    }

    private ReviewView opened(AgreementView agreement, int position, String outcome, List<String> findings) {
        var id = UUID.randomUUID();
        long change = changes.record(
                "REVIEW_OPENED", SUBJECT, id.toString(), null, Map.of("outcome", outcome, "findings", findings));
        sql.with(handle -> handle.createUpdate("""
                        insert into agreement.review (id, agreement_id, position, outcome, findings, opened_on, opened_by, state,
                               recorded_by, changed_by)
                        values (:id, :agreement, :position, :outcome, :findings, :on, :by, 'OPEN', :change, :change)""")
                .bind("id", id)
                .bind("agreement", agreement.id())
                .bind("position", position)
                .bind("outcome", outcome)
                .bindArray("findings", String.class, findings)
                .bind("on", time.today())
                .bind("by", caller.login())
                .bind("change", change)
                .execute());
        tasks.open(
                TASK,
                Doer.second(CHIEF, caller.login()),
                SUBJECT,
                id.toString(),
                Map.of("agreement", "СГ-" + agreement.number(), "finding", findings.isEmpty() ? "" : findings.get(0)),
                null);
        return view(id);
    }

    private ReviewView renewed(ReviewView open, String outcome, List<String> findings) {
        if (open.outcome().equals(outcome) && open.findings().equals(findings)) {
            return open;
        }
        long change = changes.record(
                "REVIEW_RENEWED",
                SUBJECT,
                open.id().toString(),
                Map.of("outcome", open.outcome(), "findings", open.findings()),
                Map.of("outcome", outcome, "findings", findings));
        sql.with(handle -> handle.createUpdate("""
                        update agreement.review
                           set outcome = :outcome, findings = :findings, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("outcome", outcome)
                .bindArray("findings", String.class, findings)
                .bind("change", change)
                .bind("id", open.id())
                .execute());
        return view(open.id());
    }

    /**
     * Lets the instalment be paid though it is not known whether the conditions are met, or a person has to say so.
     *
     * @param document by which it is decided
     * @throws Problem {@code review-unknown}, {@code review-not-open}, {@code review-not-waivable}, {@code second-person-required},
     *     {@code changed-meanwhile}, {@code field-required}
     */
    @RolesAllowed(CHIEF)
    public ReviewView waive(UUID id, @Nullable Long version, String reason, String document) {
        var why = Text.required(reason, "/reason");
        var by = Text.required(document, "/document");
        var review = open(id, version);
        if (!review.isWaivable()) {
            throw new Problem(AgreementProblem.REVIEW_NOT_WAIVABLE);
        }
        return decide(review, ReviewState.WAIVED, caller.login(), why, by);
    }

    /**
     * Finds that the conditions are not met for good: nothing more is paid under the agreement.
     *
     * @throws Problem {@code review-unknown}, {@code review-not-open}, {@code second-person-required}, {@code changed-meanwhile},
     *     {@code field-required}
     */
    @RolesAllowed(CHIEF)
    public ReviewView confirm(UUID id, @Nullable Long version, String reason) {
        var why = Text.required(reason, "/reason");
        return decide(open(id, version), ReviewState.CONFIRMED, caller.login(), why, null);
    }

    /**
     * Looks again; the review is lifted where its cause is gone.
     *
     * @throws Problem {@code review-unknown}, {@code review-not-open}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT})
    public ReviewView lookAgain(UUID id) {
        var review = view(id);
        if (review.state() != ReviewState.OPEN) {
            throw new Problem(AgreementProblem.REVIEW_NOT_OPEN);
        }
        examine(review.agreement(), review.position());
        return view(id);
    }

    private ReviewView open(UUID id, @Nullable Long version) {
        sql.with(handle -> handle.createQuery("select 1 from agreement.review where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        var review = view(id);
        if (review.state() != ReviewState.OPEN) {
            throw new Problem(AgreementProblem.REVIEW_NOT_OPEN);
        }
        if (review.openedBy().equals(caller.login())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        if (version != null && version != review.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return review;
    }

    private ReviewView decide(
            ReviewView review,
            ReviewState state,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String document) {
        var id = review.id();
        long change = changes.record(
                "REVIEW_" + state.name(),
                SUBJECT,
                id.toString(),
                Map.of("state", review.state()),
                reason == null ? Map.of("state", state) : Map.of("state", state, "reason", reason));
        sql.with(handle -> handle.createUpdate("""
                        update agreement.review
                           set state = :state, decided_by = :by, decided_on = :on, reason = :reason, document = :document,
                               version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("state", state.name())
                .bind("by", by)
                .bind("on", time.today())
                .bind("reason", reason)
                .bind("document", document)
                .bind("change", change)
                .bind("id", id)
                .execute());
        tasks.done(TASK, SUBJECT, id.toString());
        return view(id);
    }

    private static ReviewView view(ResultSet row) throws SQLException {
        return new ReviewView(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("agreement_id", UUID.class),
                row.getInt("position"),
                row.getString("outcome"),
                List.of((String[])
                        Objects.requireNonNull(row.getArray("findings")).getArray()),
                row.getObject("opened_on", LocalDate.class),
                row.getString("opened_by"),
                ReviewState.valueOf(row.getString("state")),
                row.getString("decided_by"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("reason"),
                row.getString("document"),
                row.getLong("version"));
    }
}
