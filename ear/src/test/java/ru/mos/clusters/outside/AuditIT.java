package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.TestSession;

/** Whatever changes something is on record: who, from which address, what, before and after. Refusals change nothing. */
class AuditIT extends FromOutside {

    @BeforeEach
    void users() throws Exception {
        given("department", "department2", "admin", "auditor", "gckr");
    }

    /** The latest record of a deed, as {@code actor action before? after?}. */
    private static String deed(String login, String method, String path, String body, String... headers)
            throws Exception {
        long before = Long.parseLong(one("select coalesce(max(id), 0) from platform.change"));

        var answer = Door.api(login, method, path, body, headers);

        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return one("""
                select string_agg(actor || ' ' || action || ' ' || case when before is null then '-' else 'before' end || ' '
                                  || case when after is null then '-' else 'after' end, ', ' order by id)
                  from platform.change
                 where id > %d and action <> 'LOGGED_IN' and address = '127.0.0.1' and at is not null""".formatted(before));
    }

    private static String tag(String path) throws Exception {
        return Door.api("department", "GET", path, null).header("ETag");
    }

    @Test
    void what_is_done_to_a_cluster_is_on_record() throws Exception {
        assertThat(deed("department", "POST", "clusters", """
                {"sector": "IT", "name": "Запись", "organisation": {"inn": "7707083893"}, "from": "2019-01-01"}""")).isEqualTo("department CLUSTER_CREATED - after");
        var path = "clusters/" + one("select 'IT-' || max(number) from cluster.cluster where sector = 'IT'");

        assertThat(deed("department", "PATCH", path, "{\"name\": \"Иначе\"}", "If-Match", tag(path)))
                .isEqualTo("department CLUSTER_RENAMED before after");
        assertThat(deed(
                        "gckr",
                        "PUT",
                        path + "/curator",
                        "{\"curator\": \"gckr\", \"from\": \"2019-01-01\"}",
                        "If-Match",
                        tag(path)))
                .isEqualTo("gckr CURATOR_CHANGED - after");
        assertThat(deed(
                        "gckr",
                        "POST",
                        path + "/members",
                        "{\"inn\": \"7700000016\", \"roles\": [\"OTHER\"], \"from\": \"2019-02-01\"}"))
                .isEqualTo("gckr MEMBER_ADMITTED - after");
        assertThat(deed(
                        "gckr",
                        "PATCH",
                        path + "/members/7700000016",
                        "{\"roles\": [\"SME_LEADER\"], \"from\": \"2019-03-01\"}",
                        "If-Match",
                        tag(path)))
                .isEqualTo("gckr MEMBER_CHANGED before after");
        assertThat(deed("gckr", "DELETE", path + "/members/7700000016?from=2019-04-01", null))
                .isEqualTo("gckr MEMBER_LEFT before after");
        assertThat(deed("gckr", "POST", path + "/documents?kind=CHARTER&title=x&date=2019-01-01", null))
                .isEqualTo("gckr DOCUMENT_FILED - after");
        assertThat(deed("gckr", "POST", path + "/verdicts?asOf=2019-03-15", null))
                .startsWith("gckr VERDICT");
        assertThat(deed("gckr", "POST", path + "/close", "{\"to\": \"2019-05-01\", \"reason\": \"Проба\"}"))
                .isEqualTo("gckr CLUSTER_CLOSED before after");
    }

    @Test
    void what_is_done_to_users_is_on_record_without_their_passwords() throws Exception {
        assertThat(deed("admin", "POST", "users", """
                {"login": "audited", "name": "Некто", "roles": ["expert"], "password": "Тайный-ключ-1"}""")).isEqualTo("admin USER_CREATED - after");
        var version = Door.api("admin", "GET", "users/audited", null).header("ETag");
        assertThat(deed(
                        "admin",
                        "PUT",
                        "users/audited",
                        "{\"name\": \"Никто\", \"roles\": [\"gckr\"]}",
                        "If-Match",
                        version))
                .isEqualTo("admin USER_CHANGED before after");
        assertThat(deed("admin", "POST", "users/audited/password", "{\"password\": \"Тайный-ключ-2\"}"))
                .startsWith("admin PASSWORD_RESET");
        assertThat(deed("admin", "POST", "users/audited/deactivate", "{\"reason\": \"Ушёл\"}"))
                .startsWith("admin USER_DEACTIVATED before after");
        assertThat(deed("admin", "POST", "users/audited/reactivate", "{\"reason\": \"Вернулся\"}"))
                .startsWith("admin USER_REACTIVATED");
        assertThat(one("select count(*) from platform.change where before::text || after::text ilike '%Тайный-ключ%'"))
                .isEqualTo("0");
    }

    @Test
    void what_was_refused_is_not_on_record_and_the_chain_is_whole() throws Exception {
        var before = one("select count(*) from platform.change where action <> 'LOGGED_IN'");

        Door.api(
                "department",
                "POST",
                "clusters",
                "{\"sector\": \"XX\", \"name\": \"x\", \"organisation\": {\"inn\": \"7707083893\"}, \"from\": \"2019-01-01\"}");
        Door.api(
                "auditor",
                "POST",
                "clusters",
                "{\"sector\": \"IT\", \"name\": \"x\", \"organisation\": {\"inn\": \"7707083893\"}, \"from\": \"2019-01-01\"}");
        Door.api(
                "department",
                "POST",
                "clusters/IT-99999/members",
                "{\"inn\": \"7700000016\", \"roles\": [\"OTHER\"], \"from\": \"2019-02-01\"}");

        assertThat(one("select count(*) from platform.change where action <> 'LOGGED_IN'"))
                .isEqualTo(before);
        assertThat(Door.api("auditor", "GET", "audit/seals", null)
                        .json()
                        .get("broken")
                        .isNull())
                .isTrue();
    }

    private static String one(String query) throws Exception {
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
