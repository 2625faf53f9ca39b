package ru.mos.clusters.call.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.application.ApplicationProblem;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/** Applications and calls as assessment reads them; who may see what is asked by whoever reads. */
@ApplicationScoped
class SubjectRows {

    private static final String SUBJECTS = """
            select a.id, a.number, a.call_id, c.number as call_number, e.terms, e.assessment_to, a.applicant, a.state,
                   a.checked_by, s.project_id, s.project_edition, p.title
              from call.application a
              join call.call c on c.id = a.call_id
              join call.edition e on (e.call_id, e.number) = (c.id, c.edition)
              join call.submission s on (s.application_id, s.round) = (a.id, a.round)
              join project.project p on p.id = a.project_id
             where a.id = :id
            """;

    @Inject
    private Sql sql;

    /** A published call. */
    record Called(UUID id, String code, CallTerms terms, LocalDate due, String state) {}

    Optional<Subject> find(UUID application) {
        return sql.with(handle -> handle.createQuery(SUBJECTS)
                .bind("id", application)
                .map((row, context) -> subject(row))
                .findOne());
    }

    /** @throws Problem {@code call-application-unknown} */
    Subject require(UUID application) {
        return find(application).orElseThrow(() -> new Problem(ApplicationProblem.CALL_APPLICATION_UNKNOWN));
    }

    /** Nobody else scores it or moves it before the transaction ends; what refers to it may still be written. */
    Subject lock(UUID application) {
        sql.with(handle -> handle.createQuery("select id from call.application where id = :id for no key update")
                .bind("id", application)
                .mapTo(UUID.class)
                .findOne());
        return require(application);
    }

    /** @throws Problem {@code call-unknown}, also for one that was never published */
    Called call(UUID call) {
        return sql.with(handle -> handle.createQuery("""
                        select c.id, c.number, c.state, e.terms, e.assessment_to
                          from call.call c
                          join call.edition e on (e.call_id, e.number) = (c.id, c.edition)
                         where c.id = :id""")
                        .bind("id", call)
                        .map((row, context) -> new Called(
                                row.getObject("id", UUID.class),
                                "C-" + row.getLong("number"),
                                terms(row.getString("terms")),
                                row.getObject("assessment_to", LocalDate.class),
                                row.getString("state")))
                        .findOne())
                .orElseThrow(() -> new Problem(CallProblem.CALL_UNKNOWN, call));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(
                row.getObject("id", UUID.class),
                "З-" + row.getLong("number"),
                row.getObject("call_id", UUID.class),
                "C-" + row.getLong("call_number"),
                terms(row.getString("terms")),
                row.getObject("assessment_to", LocalDate.class),
                new Inn(row.getString("applicant")),
                ApplicationState.valueOf(row.getString("state")),
                row.getString("checked_by"),
                row.getObject("project_id", UUID.class),
                row.getInt("project_edition"),
                row.getString("title"));
    }

    static CallTerms terms(String json) {
        try {
            return Json.mapper().readValue(json, CallTerms.class);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a stored call cannot be read", defect);
        }
    }
}
