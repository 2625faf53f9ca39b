package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications as other programs see them: their own, and nothing of others. */
class ApplicationsRestIT extends FromOutside {

    private static final String ID = "00000000-0000-4000-8000-0000000a0850";

    @BeforeEach
    void an_application_of_somebody() throws Exception {
        given("applicant", "applicant2", "service", "department", "gckr");
        gone();
        CallsRestIT.run("""
            set session_replication_role = replica;
            insert into platform.organisation (id, name, inn) values
                ('00000000-0000-4000-8000-0000000b0850', 'Союз из заявки', '7736050003') on conflict do nothing;
            update platform.app_user set organisation_id =
                (select id from platform.organisation where inn = '7736050003' limit 1) where login = 'applicant2';
            with changed as (insert into platform.change (actor, action, subject_kind, subject)
                             values ('department', 'CALL_DRAFTED', 'CALL', 'x') returning id),
                 project as (insert into project.project (id, kind, lead, title, draft, edited_by, recorded_by, changed_by)
                             select '%1$s', 'CLUSTER', '7736050003', 'Линия', '{}', 'applicant2', id, id from changed),
                 call as (insert into call.call (id, programme, measure, state, edited_by, edition, recorded_by, changed_by)
                          select '%1$s', 'X', '1', 'CANCELLED', 'department', 1, id, id from changed)
            insert into call.application (id, call_id, project_id, applicant, channel, state, answers, recorded_by, changed_by)
            select '%1$s', '%1$s', '%1$s', '7736050003', 'APPLICANT', 'DRAFT',
                   '{"applicant": {}, "project": {"forms": []}, "documents": [], "declarations": []}', id, id from changed\
            """.formatted(ID));
    }

    @AfterEach
    void gone() throws Exception {
        CallsRestIT.run("""
            set session_replication_role = replica;
            update platform.app_user set organisation_id = null where login = 'applicant2';
            delete from call.application where id = '%1$s'; delete from call.call where id = '%1$s';
            delete from project.project where id = '%1$s';
            delete from platform.change where subject = 'x' and action = 'CALL_DRAFTED'\
            """.formatted(ID));
    }

    @Test
    void its_own_organisation_sees_it_and_the_table_names_its_states() throws Exception {
        var seen = Door.api("applicant2", "GET", "applications/" + ID, null);
        assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
        assertThat(seen.json().get("state").asText()).isEqualTo("DRAFT");
        assertThat(seen.header("ETag")).isEqualTo("\"1\"");
        assertProblem(
                Door.api("applicant2", "PUT", "applications/" + ID + "/sections/applicant", "{}"),
                428,
                "if-match-required");
        var table =
                Door.api("applicant2", "GET", "applications/transitions", null).json();
        assertThat(table.get("items").size()).isGreaterThan(30);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET    |                       |",
                "GET    | /answers              |",
                "GET    | /sections             |",
                "PUT    | /sections/applicant   | {\"person\": \"x\"}",
                "PUT    | /sections/project     | {\"purpose\": \"x\"}",
                "PUT    | /sections/declarations| {\"declarations\": []}",
                "POST   | /documents?requirement=x&fileName=x.pdf | x",
                "GET    | /documents/00000000-0000-0000-0000-000000000000 |",
                "DELETE | /documents/00000000-0000-0000-0000-000000000000 |",
                "POST   | /submit               | {}",
                "POST   | /recall               | {}",
                "POST   | /certify              | {}",
                "POST   | /withdraw             | {\"reason\": \"x\"}",
                "GET    | /receipt              |",
                "GET    | /receipt.pdf          |",
                "GET    | /document.pdf         |",
                "GET    | /rounds               |"
            })
    void whoever_is_of_another_organisation_is_told_that_there_is_none(String method, String path, String body)
            throws Exception {
        for (var login : new String[] {"applicant", "service"}) {
            var answer = Door.api(
                    login, method, "applications/" + ID + (path == null ? "" : path), body, "If-Match", "\"1\"");

            assertProblem(answer, 404, "call-application-unknown");
        }
        assertThat(Door.api("applicant", "GET", "applications", null).json().get("items"))
                .isEmpty();
    }
}
