package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Programs and people with a token of the log-in provider, right and wrong. */
class TokensIT extends FromOutside {

    private static final String ANNA = "anna.tokens";

    private static TokenMaker provider;

    @BeforeAll
    static void a_provider() throws Exception {
        provider = new TokenMaker();
        given("auditor", "admin");
    }

    @AfterAll
    static void no_provider() {
        provider.close();
    }

    @AfterEach
    void gone() throws Exception {
        CallsRestIT.run("""
                delete from platform.user_role where login in (select login from platform.provided_person);
                delete from platform.entry_ticket;
                delete from platform.handover;
                with gone as (delete from platform.provided_person returning login)
                delete from platform.app_user where login in (select login from gone)""");
    }

    private static Door.Answer me(String token) throws IOException {
        var answer = Door.send("GET", "/api/v1/me", new String[] {"Authorization", "Bearer " + token}, null);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Location")).isNull();
        return answer;
    }

    private static List<String> roles(Door.Answer answer) throws IOException {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .convertValue(
                        answer.json().get("roles"),
                        new com.fasterxml.jackson.core.type.TypeReference<List<String>>() {});
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        claims.put(name, value);
        return claims;
    }

    @Test
    void a_right_token_opens_what_its_roles_open_and_a_login_comes_into_being() throws Exception {
        var token = provider.sign(provider.claims(ANNA, "auditor", "lord-of-the-manor"));

        var answer = me(token);

        assertThat(roles(answer)).containsExactly("auditor");
        assertThat(answer.json().get("login").asText()).isEqualTo(ANNA);
        var audit = Door.send(
                "GET",
                "/api/v1/audit?subject=" + ANNA + "&subjectKind=USER",
                new String[] {"Authorization", "Bearer " + token},
                null);
        assertThat(audit.body()).contains("USER_CREATED", "LOGGED_IN");
        assertProblem(
                Door.send("GET", "/api/v1/users", new String[] {"Authorization", "Bearer " + token}, null),
                403,
                "forbidden-role");
    }

    @Test
    void roles_follow_what_the_provider_said_last_and_a_token_opens_no_more_than_it_says() throws Exception {
        var earlier = provider.claims(ANNA, "auditor", "department");
        var now = Instant.now().getEpochSecond();
        var old = provider.sign(with(earlier, "iat", now - 200));
        assertThat(roles(me(old))).containsExactly("department", "auditor");

        assertThat(roles(me(provider.sign(provider.claims(ANNA, "department", "gckr")))))
                .containsExactly("department", "gckr");

        assertThat(roles(me(old))).as("of the old token's what is left").containsExactly("department");
    }

    @Test
    void of_who_logs_in_a_token_changes_nothing_but_opens_less() throws Exception {
        assertThat(roles(me(provider.sign(provider.claims(ANNA, "auditor", "department")))))
                .hasSize(2);
        CallsRestIT.run("update platform.provided_person set logs_in = true where login = '" + ANNA + "'");

        var small = provider.claims(ANNA, "auditor", "chief");
        assertThat(roles(me(provider.sign(with(small, "name", ""))))).containsExactly("auditor");

        assertThat(roles(me(provider.sign(provider.claims(ANNA, "auditor", "department")))))
                .as("the roles of the log-in are still there")
                .hasSize(2);
    }

    @Test
    void the_same_token_many_times_at_once_is_one_log_in_and_names_of_the_system_are_nobodys() throws Exception {
        var token = provider.sign(with(provider.claims("nobody", "auditor"), "preferred_username", "system"));
        var callers = Executors.newFixedThreadPool(8);
        try {
            Callable<Door.Answer> call = () -> me(token);
            var all = callers.invokeAll(Collections.nCopies(8, call));
            for (var one : all) {
                assertThat(roles(one.get())).containsExactly("auditor");
            }
        } finally {
            callers.shutdown();
        }
        var login = me(token).json().get("login").asText();
        assertThat(login).matches("u-[0-9a-f]{16}");
        var audit = Door.api("auditor", "GET", "audit?subjectKind=USER&subject=" + login, null);
        assertThat(audit.body().split("\"LOGGED_IN\"", -1)).hasSize(2);
    }

    @Test
    void wrong_tokens_are_refused_by_problem_documents() throws Exception {
        var now = Instant.now().getEpochSecond();
        var expired = me(provider.sign(with(provider.claims(ANNA, "auditor"), "exp", now - 60)));
        assertProblem(expired, 401, "token-expired");
        assertThat(expired.header("WWW-Authenticate")).contains("Bearer", "invalid_token");
        assertProblem(
                me(provider.sign(with(provider.claims(ANNA, "auditor"), "aud", "warehouse"))),
                401,
                "token-for-another");
        assertProblem(
                me(provider.sign(with(provider.claims(ANNA, "auditor"), "iss", "https://elsewhere.example"))),
                401,
                "token-refused");
        assertProblem(me(provider.sign(provider.claims(ANNA, "auditor"), TokenMaker.key())), 401, "token-refused");
        assertProblem(me(provider.unsigned(provider.claims(ANNA, "auditor"))), 401, "token-refused");
        assertProblem(me(provider.sign(with(provider.claims(ANNA, "auditor"), "typ", "ID"))), 401, "token-refused");
        assertProblem(
                me(provider.sign(with(provider.claims(ANNA, "auditor"), "nbf", now + 600))), 401, "token-refused");
        assertProblem(me(provider.sign(provider.claims(ANNA, "lord-of-the-manor"))), 403, "token-without-role");
        assertProblem(me("abc"), 401, "unauthenticated-request");
    }

    @Test
    void who_loses_the_last_role_is_out_and_a_closed_account_stays_closed() throws Exception {
        assertThat(roles(me(provider.sign(provider.claims(ANNA, "auditor"))))).containsExactly("auditor");
        assertProblem(me(provider.sign(provider.claims(ANNA))), 403, "token-without-role");
        assertThat(roles(me(provider.sign(provider.claims(ANNA, "gckr"))))).containsExactly("gckr");

        CallsRestIT.run("update platform.app_user set active = false where login = '" + ANNA + "'");

        assertProblem(me(provider.sign(provider.claims(ANNA, "gckr"))), 403, "account-closed");
    }

    @Test
    void a_local_login_is_never_taken_over_and_a_provided_one_has_no_password() throws Exception {
        assertProblem(
                me(provider.sign(with(provider.claims("someone", "chief"), "preferred_username", "Auditor"))),
                403,
                "login-taken");
        assertThat(Door.api("auditor", "GET", "me", null).json().get("roles")).hasSize(1);
        var strange = me(provider.sign(with(provider.claims("someone", "chief"), "preferred_username", "Анна Ё.")));
        assertThat(strange.json().get("login").asText()).matches("u-[0-9a-f]{16}");

        assertThat(roles(me(provider.sign(provider.claims(ANNA, "auditor"))))).containsExactly("auditor");
        for (int guess = 0; guess < 6; guess++) {
            assertProblem(Door.api(ANNA, "GET", "me", null), 401, "unauthenticated-request");
        }
        assertThat(roles(me(provider.sign(provider.claims(ANNA, "auditor", "gckr")))))
                .hasSize(2);
    }

    @Test
    void a_login_that_the_administrator_hands_over_is_taken_once_within_a_day_and_keeps_its_deeds() throws Exception {
        given("gckr7");
        var claims = with(provider.claims("number-1", "department"), "preferred_username", "gckr7");
        assertProblem(me(provider.sign(claims)), 403, "login-taken");
        assertProblem(Door.api("admin", "POST", "users/gckr7/handover", "{\"reason\": \" \"}"), 400, "field-required");
        assertThat(Door.api("admin", "POST", "users/gckr7/handover", "{\"reason\": \"Единый вход\"}")
                        .status())
                .isEqualTo(204);
        CallsRestIT.run("update platform.handover set until = platform.now()");
        assertProblem(me(provider.sign(claims)), 403, "login-taken");

        Door.api("admin", "POST", "users/gckr7/handover", "{\"reason\": \"Единый вход\"}");
        assertThat(roles(me(provider.sign(claims)))).containsExactly("department");

        assertProblem(Door.api("gckr7", "GET", "me", null), 401, "unauthenticated-request");
        var another = with(provider.claims("number-2", "gckr"), "preferred_username", "gckr7");
        assertProblem(me(provider.sign(another)), 403, "login-taken");
        Door.api("admin", "POST", "users/gckr7/handover", "{\"reason\": \"Заведён у поставщика заново\"}");
        assertThat(roles(me(provider.sign(another)))).containsExactly("gckr");
        assertProblem(me(provider.sign(claims)), 403, "login-taken");
        assertThat(Door.api("auditor", "GET", "audit?subjectKind=USER&subject=gckr7", null)
                        .body())
                .contains("USER_HANDED_OVER", "USER_TAKEN_OVER", "number-2", "Заведён у поставщика заново");
    }
}
