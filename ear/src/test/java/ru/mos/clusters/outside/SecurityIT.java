package ru.mos.clusters.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.TestSession;

/** Who gets in, how long, and what a browser is told to allow. */
class SecurityIT extends FromOutside {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{32})\"");
    private static int people;

    private String person;

    @BeforeEach
    void somebody() throws Exception {
        given("admin", "auditor", "department");
        person = "person" + ++people;
        var made = Door.api("admin", "POST", "users", """
                {"login": "%s", "name": "Некто", "roles": ["department"], "password": "Ключ-от-двери"}""".formatted(person));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    private Door.Answer me(String password) throws Exception {
        return Door.send("GET", "/api/v1/me", new String[] {"Authorization", Door.basic(person, password)}, null);
    }

    @Test
    void five_refusals_in_a_row_lock_until_the_administrator_unlocks_and_all_of_it_is_on_record() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(me("wrong" + i).status()).isEqualTo(401);
        }
        assertThat(me("Ключ-от-двери").status()).as("four are forgiven").isEqualTo(200);
        for (int i = 0; i < 5; i++) {
            assertThat(me("wrong" + i).status()).isEqualTo(401);
        }
        assertThat(me("Ключ-от-двери").status()).as("locked").isEqualTo(401);
        assertThat(one("select locked_until > now() + interval '14 minutes' from platform.app_user where login = '"
                        + person + "'"))
                .isEqualTo("t");

        assertThat(Door.api("admin", "POST", "users/" + person + "/unlock", null)
                        .status())
                .isEqualTo(204);

        assertThat(me("Ключ-от-двери").status()).isEqualTo(200);
        assertThat(one("select string_agg(action, ' ' order by id) from platform.change where subject = '" + person
                        + "'"))
                .isEqualTo("USER_CREATED LOGIN_REFUSED LOGIN_REFUSED LOGIN_REFUSED LOGIN_REFUSED LOGGED_IN"
                        + " LOGIN_REFUSED LOGIN_REFUSED LOGIN_REFUSED LOGIN_REFUSED LOGIN_LOCKED LOGIN_REFUSED"
                        + " USER_UNLOCKED LOGGED_IN");
        assertThat(one("select count(*) from platform.change where subject = '" + person
                        + "' and (address is distinct from '127.0.0.1' or at is null)"))
                .isEqualTo("0");
    }

    @Test
    void another_password_works_at_once_and_the_one_before_no_more() throws Exception {
        assertThat(me("Ключ-от-двери").status()).isEqualTo(200);

        assertThat(Door.api("admin", "POST", "users/" + person + "/password", "{\"password\": \"Другой-ключ-2\"}")
                        .status())
                .isEqualTo(200);

        assertThat(me("Ключ-от-двери").status()).isEqualTo(401);
        assertThat(me("Другой-ключ-2").status()).isEqualTo(200);
        assertThat(one("select count(*) from platform.change where subject = '" + person
                        + "' and coalesce(before::text, '') || coalesce(after::text, '') like '%ключ%'"))
                .as("no password on record")
                .isEqualTo("0");
    }

    @Test
    void another_role_works_at_once_in_the_api_and_ends_the_browsers_session() throws Exception {
        var browser = logIn("Ключ-от-двери");
        assertThat(call("GET", "clusters").status()).isEqualTo(200);
        var card = Door.api("admin", "GET", "users/" + person, null);

        var changed = Door.api(
                "admin",
                "PUT",
                "users/" + person,
                "{\"name\": \"Некто\", \"roles\": [\"applicant\"]}",
                "If-Match",
                card.header("ETag"));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);

        assertProblem(call("GET", "clusters"), 403, "forbidden-role");
        assertThat(page(browser, "/cluster/list.xhtml").header("Location")).contains("/login.xhtml");
    }

    @Test
    void a_leaver_is_out_at_once_everywhere() throws Exception {
        var browser = logIn("Ключ-от-двери");
        assertThat(me("Ключ-от-двери").status()).isEqualTo(200);

        assertThat(Door.api("admin", "POST", "users/" + person + "/deactivate", "{\"reason\": \"Уволен\"}")
                        .status())
                .isEqualTo(200);

        assertThat(me("Ключ-от-двери").status()).isEqualTo(401);
        assertThat(page(browser, "/index.xhtml").header("Location")).contains("/login.xhtml");
    }

    @Test
    void logging_in_changes_the_session_and_its_cookie_is_kept_from_scripts_and_other_sites() throws Exception {
        var before = page(null, "/login.xhtml");
        var planted = cookie(before);

        var after = send(planted, before, "Ключ-от-двери");

        assertThat(after.status()).as(after.toString()).isEqualTo(302);
        assertThat(cookie(after)).isNotEqualTo(planted);
        assertThat(after.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(page(planted, "/index.xhtml").header("Location"))
                .as("the planted session is nobody's")
                .contains("/login.xhtml");
        assertThat(page(cookie(after), "/index.xhtml").status()).isEqualTo(200);
    }

    @Test
    void the_browsers_session_is_not_looked_at_under_api() throws Exception {
        var browser = logIn("Ключ-от-двери");

        var answer = Door.send("GET", "/api/v1/me", new String[] {"Cookie", browser}, null);

        assertProblem(answer, 401, "unauthenticated-request");
        var other = Door.send(
                "GET",
                "/api/v1/me",
                new String[] {"Cookie", browser, "Authorization", Door.basic("auditor", "demo")},
                null);
        assertThat(other.json().get("login").asText()).isEqualTo("auditor");
    }

    @Test
    void a_form_without_the_proof_of_its_page_does_nothing() throws Exception {
        var browser = logIn("Ключ-от-двери");
        var token = find(TOKEN, page(browser, "/index.xhtml"));

        form("/session/end", browser, "token=0");
        form("/session/end", browser, "");
        assertThat(page(browser, "/index.xhtml").status()).as("still logged in").isEqualTo(200);
        assertThat(form("/session/language", browser, "language=en").header("Set-Cookie"))
                .isNull();
        assertThat(form("/session/end", browser, "token=" + token, "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(form("/session/end", browser, "token=" + token, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(form("/session/end", browser, "token=" + token, "Origin", "null")
                        .status())
                .isEqualTo(403);
        assertThat(page(browser, "/index.xhtml").status()).isEqualTo(200);

        form("/session/end", browser, "token=" + token);
        assertThat(page(browser, "/index.xhtml").header("Location")).contains("/login.xhtml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cluster/edit.xhtml",
                "/account/password.xhtml",
                "/registry/release-upload.xhtml",
                "/registry/fact-entry.xhtml",
                "/cluster/take-on.xhtml"
            })
    void a_post_to_a_page_without_its_view_state_changes_nothing(String page) throws Exception {
        var browser = logIn("Ключ-от-двери");
        var form = page.replaceAll(".*/|\\.xhtml", "");
        long changes = Long.parseLong(one("select count(*) from platform.change"));

        for (var state : List.of(
                "",
                "&jakarta.faces.ViewState=",
                "&jakarta.faces.ViewState=1:1",
                "&jakarta.faces.ViewState=stateless")) {
            var answer = form(page, browser, form + "=" + form + "&" + form + ":save=x" + state);

            assertThat(answer.status()).as(answer.toString()).isIn(200, 302, 400, 403);
            assertThat(answer.body()).doesNotContain("Exception", "\tat ");
        }
        assertThat(one("select count(*) from platform.change")).isEqualTo(Long.toString(changes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login.xhtml",
                "/",
                "/nothing",
                "/api/v1/me",
                "/api",
                "/jakarta.faces.resource/shell.css.xhtml?ln=css",
                "/jakarta.faces.resource/nothing.css.xhtml?ln=css",
                "/WEB-INF/web.xml",
                "/%ff",
                "/session/end",
                "/error.xhtml"
            })
    void every_answer_tells_the_browser_what_it_may_do(String target) throws Exception {
        var answer = Door.send("GET", target, new String[0], null);

        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.header("X-Content-Type-Options"))
                .as(answer.toString())
                .isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.headers().get("content-security-policy"))
                .hasSize(1)
                .first()
                .asString()
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*");
        assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.body()).doesNotContain("WildFly", "Undertow", "Exception");
    }

    @Test
    void a_page_asked_for_without_log_in_leads_to_the_log_in_and_back_to_no_other_site() throws Exception {
        assertThat(page(null, "/cluster/list.xhtml").header("Location")).contains("/login.xhtml?to=");
        for (var to : List.of("//evil.example/", "https://evil.example/", "/\\evil.example", "\\\\evil.example")) {
            var before = page(null, "/login.xhtml?to=" + URLEncoder.encode(to, UTF_8));
            var after = send(cookie(before), before, "Ключ-от-двери", to);
            assertThat(after.header("Location")).as(to).doesNotContain("evil");
        }
    }

    private Door.Answer call(String method, String path) throws Exception {
        return Door.send(
                method, "/api/v1/" + path, new String[] {"Authorization", Door.basic(person, "Ключ-от-двери")}, null);
    }

    private static Door.Answer page(String cookie, String target) throws Exception {
        return Door.send("GET", target, new String[] {"Cookie", cookie == null ? "" : cookie}, null);
    }

    private static Door.Answer form(String target, String cookie, String body, String... more) throws Exception {
        var headers = new ArrayList<>(List.of("Cookie", cookie, "Content-Type", "application/x-www-form-urlencoded"));
        headers.addAll(List.of(more));
        return Door.send("POST", target, headers.toArray(String[]::new), body.getBytes(UTF_8));
    }

    /** The cookie of a browser in which the person is logged in. */
    private String logIn(String password) throws Exception {
        var page = page(null, "/login.xhtml");
        var entered = send(cookie(page), page, password);
        assertThat(entered.status()).as(entered.toString()).isEqualTo(302);
        return cookie(entered);
    }

    private Door.Answer send(String cookie, Door.Answer page, String password) throws Exception {
        return send(cookie, page, password, "");
    }

    private Door.Answer send(String cookie, Door.Answer page, String password, String to) throws Exception {
        var fields = "login=login&to=" + URLEncoder.encode(to, UTF_8) + "&login:name=" + person + "&login:password="
                + URLEncoder.encode(password, UTF_8) + "&login:enter=x&jakarta.faces.ViewState="
                + URLEncoder.encode(find(VIEW_STATE, page), UTF_8);
        return form("/login.xhtml", cookie, fields);
    }

    private static String cookie(Door.Answer answer) {
        return answer.header("Set-Cookie").split(";")[0];
    }

    private static String find(Pattern pattern, Door.Answer page) {
        var matcher = pattern.matcher(page.body());
        assertThat(matcher.find()).as(page.toString()).isTrue();
        return matcher.group(1);
    }

    private static String one(String query) throws Exception {
        try (var connection = TestSession.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
