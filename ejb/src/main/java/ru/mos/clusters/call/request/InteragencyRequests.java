package ru.mos.clusters.call.request;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.application.Applications;
import ru.mos.clusters.call.calendar.ProductionCalendar;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.project.ApplicantCondition;
import ru.mos.clusters.project.EvidenceSource;
import ru.mos.clusters.project.ProjectEvidence;
import ru.mos.clusters.project.RecordEvidence;

/** Requests to other bodies about applications, and their answers. */
@Stateless
@DenyAll
public class InteragencyRequests {

    private static final String SUBJECT = "INTERAGENCY_REQUEST";
    private static final String AWAIT = "INTERAGENCY_ANSWER_AWAITED";
    private static final int LONGEST_TERM = 250;

    private static final Map<RequestSubject, ApplicantCondition> CONDITIONS = Map.of(
            RequestSubject.TAX_DEBT, ApplicantCondition.TAX_DEBT,
            RequestSubject.INSOLVENCY, ApplicantCondition.INSOLVENCY,
            RequestSubject.SANCTIONS, ApplicantCondition.LISTED);

    private static final String REQUESTS = """
        select r.*, a.number as application_number, a.applicant,
               r.due < coalesce(r.answered_on, platform.today()) and r.state <> 'REVOKED' as overdue
          from call.interagency_request r
          join call.application a on a.id = r.application_id
        """;

    @Inject
    private Sql sql;

    @EJB
    private Applications applications;

    @EJB
    private ProductionCalendar calendar;

    @EJB
    private ProjectEvidence evidence;

    @EJB
    private Tasks tasks;

    @Inject
    private AnswerFolder folder;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /**
     * Requests, the latest first.
     *
     * @param application null: of all
     * @param overdue only those whose term passed without an answer
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR})
    public Slice<RequestView> list(@Nullable UUID application, boolean overdue, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        record Row(RequestView view, long number) {}
        var rows = sql.with(handle -> handle.createQuery(REQUESTS + """
            where (cast(:application as uuid) is null or r.application_id = cast(:application as uuid))
              and (not :overdue or r.state = 'OPEN' and r.due < platform.today())
              and (cast(:before as bigint) is null or r.number < cast(:before as bigint))
            order by r.number desc limit :most\
            """)
                .bind("application", application)
                .bind("overdue", overdue)
                .bind("before", before)
                .bind("most", page.fetch())
                .map((row, context) -> new Row(view(row), row.getLong("number")))
                .list());
        var slice = Slice.of(rows, page, row -> List.of(Long.toString(row.number())));
        return new Slice<>(slice.items().stream().map(Row::view).toList(), slice.next());
    }

    /** How many there are. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR})
    public long count(@Nullable UUID application, boolean overdue) {
        return sql.with(handle -> handle.createQuery("""
            select count(*) from call.interagency_request r
             where (cast(:application as uuid) is null or r.application_id = cast(:application as uuid))
               and (not :overdue or r.state = 'OPEN' and r.due < platform.today())\
            """)
                .bind("application", application)
                .bind("overdue", overdue)
                .mapTo(Long.class)
                .one());
    }

    /** @throws Problem {@code interagency-request-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR})
    public RequestView view(UUID id) {
        return sql.with(handle -> handle.createQuery(REQUESTS + " where r.id = :id")
                        .bind("id", id)
                        .map((row, context) -> view(row))
                        .findOne())
                .orElseThrow(() -> new Problem(RequestProblem.INTERAGENCY_REQUEST_UNKNOWN));
    }

    /**
     * Asks a body; where a register in the folder answers at once, that is the answer.
     *
     * @throws Problem {@code call-application-unknown}, {@code interagency-request-too-early}, {@code
     *     interagency-request-twice}, {@code interagency-request-term-impossible}, {@code call-calendar-missing}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public RequestView ask(AskBody command) {
        var application = applications.view(command.application());
        if (application.round() == 0) {
            throw new Problem(RequestProblem.INTERAGENCY_REQUEST_TOO_EARLY);
        }
        int days = command.days() == null ? usual() : command.days();
        if (days < 1 || days > LONGEST_TERM) {
            throw new Problem(RequestProblem.INTERAGENCY_REQUEST_TERM_IMPOSSIBLE).at("/days");
        }
        var today = time.today();
        var due = calendar.after(today, days);
        var id = UUID.randomUUID();
        long change = changes.record("INTERAGENCY_REQUEST_SENT", SUBJECT, id.toString(), null, command);
        sql.with(handle -> handle.createUpdate("""
            insert into call.interagency_request (id, application_id, subject, body, question, sent_on, due, state,
                                                  asked_by, recorded_by)
            values (:id, :application, :subject, :body, :question, :today, :due, 'OPEN', :by, :change)\
            """)
                .bind("id", id)
                .bind("application", command.application())
                .bind("subject", command.subject())
                .bind("body", command.body())
                .bind("question", command.question())
                .bind("today", today)
                .bind("due", due)
                .bind("by", caller.login())
                .bind("change", change)
                .execute());
        tasks.open(
                AWAIT,
                Doer.person(caller.login()),
                SUBJECT,
                id.toString(),
                Map.of("application", application.number(), "body", command.body()),
                due);
        folder.ask(application.applicant(), command.subject()).ifPresent(answer -> answer(id, null, answer));
        return view(id);
    }

    private int usual() {
        return sql.with(handle -> handle.createQuery("""
            select days from call.application_term
             where code = 'REQUEST_ANSWER' and valid_from <= platform.today()
             order by valid_from desc limit 1\
            """).mapTo(Integer.class).one());
    }

    /**
     * Records what the body answered; it is evidence of the applicant's condition where it is about one.
     *
     * @throws Problem {@code interagency-request-unknown}, {@code interagency-request-answered}, {@code changed-meanwhile}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public RequestView answer(UUID id, @Nullable Long version, RequestAnswer answer) {
        var request = open(id, version);
        long change = changes.record("INTERAGENCY_REQUEST_ANSWERED", SUBJECT, id.toString(), null, answer);
        var state = answer.disagrees() ? RequestState.DISAGREED : RequestState.ANSWERED;
        var document = answer.document();
        sql.with(handle -> handle.createUpdate("""
            update call.interagency_request
               set state = :state, outcome = :outcome, answer = :answer, document_title = :title,
                   document_number = :number, document_date = :date, source = :source,
                   answered_on = platform.today(), answered_by = :change, version = version + 1
             where id = :id\
            """)
                .bind("id", id)
                .bind("state", state)
                .bind("outcome", answer.outcome())
                .bind("answer", answer.answer())
                .bind("title", document.title())
                .bind("number", document.number())
                .bind("date", document.date())
                .bind("source", answer.source())
                .bind("change", change)
                .execute());
        tasks.done(AWAIT, SUBJECT, id.toString());
        prove(request, answer);
        return view(id);
    }

    private void prove(RequestView request, RequestAnswer answer) {
        var condition = CONDITIONS.get(request.subject());
        if (condition != null && answer.outcome() != RequestOutcome.NEUTRAL) {
            evidence.record(new RecordEvidence(
                    applications.view(request.application()).project(),
                    condition,
                    answer.outcome() == RequestOutcome.FAVOURABLE,
                    request.body() + ": " + answer.answer(),
                    EvidenceSource.INTERAGENCY,
                    answer.document(),
                    answer.document().date(),
                    null));
        }
    }

    /**
     * Revokes what is not needed any more.
     *
     * @throws Problem {@code interagency-request-unknown}, {@code interagency-request-answered}, {@code changed-meanwhile}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public RequestView revoke(UUID id, @Nullable Long version) {
        open(id, version);
        changes.record("INTERAGENCY_REQUEST_REVOKED", SUBJECT, id.toString(), null, null);
        sql.with(handle -> handle.createUpdate(
                        "update call.interagency_request set state = 'REVOKED', version = version + 1 where id = :id")
                .bind("id", id)
                .execute());
        tasks.done(AWAIT, SUBJECT, id.toString());
        return view(id);
    }

    private RequestView open(UUID id, @Nullable Long version) {
        sql.with(handle -> handle.createQuery("select id from call.interagency_request where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
        var request = view(id);
        if (request.state() != RequestState.OPEN) {
            throw new Problem(RequestProblem.INTERAGENCY_REQUEST_ANSWERED);
        }
        if (version != null && version != request.version()) {
            throw new Problem(ru.mos.clusters.platform.PlatformProblem.CHANGED_MEANWHILE);
        }
        return request;
    }

    /**
     * Answers all open requests of which a file of a register says something.
     *
     * @return how many were answered
     * @throws Problem {@code register-line-unreadable}, {@code register-too-long}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public int answerFrom(String fileName, byte[] file) {
        RegisterAdapter register = AnswerLines.read(fileName, file);
        record Open(UUID id, RequestSubject subject, Inn applicant) {}
        var open = sql.with(handle -> handle.createQuery("""
            select r.id, r.subject, a.applicant
              from call.interagency_request r
              join call.application a on a.id = r.application_id
             where r.state = 'OPEN' order by r.number\
            """)
                .map((row, context) -> new Open(
                        row.getObject("id", UUID.class),
                        RequestSubject.valueOf(row.getString("subject")),
                        new Inn(row.getString("applicant"))))
                .list());
        int answered = 0;
        for (var request : open) {
            var told = register.ask(request.applicant(), request.subject());
            told.ifPresent(answer -> answer(request.id(), null, answer));
            answered += told.isPresent() ? 1 : 0;
        }
        return answered;
    }

    private static RequestView view(ResultSet row) throws SQLException {
        var title = row.getString("document_title");
        var outcome = row.getString("outcome");
        return new RequestView(
                row.getObject("id", UUID.class),
                "МВ-" + row.getLong("number"),
                row.getObject("application_id", UUID.class),
                "З-" + row.getLong("application_number"),
                RequestSubject.valueOf(row.getString("subject")),
                row.getString("body"),
                row.getString("question"),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getBoolean("overdue"),
                RequestState.valueOf(row.getString("state")),
                outcome == null ? null : RequestOutcome.valueOf(outcome),
                row.getString("answer"),
                title == null
                        ? null
                        : new Paper(
                                title,
                                row.getString("document_number"),
                                row.getObject("document_date", LocalDate.class)),
                row.getString("source"),
                row.getObject("answered_on", LocalDate.class),
                row.getLong("version"));
    }
}
