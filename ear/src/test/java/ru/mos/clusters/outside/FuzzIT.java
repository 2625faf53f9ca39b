package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertIsProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Walks every operation of the OpenAPI document with values nobody should send. Whatever comes, the answer is one the
 * document declares, and a refusal is a problem document. {@code -Dclusters.fuzz.seed} repeats a run.
 */
class FuzzIT extends FromOutside {

    private static final Duration LONGEST = Duration.ofSeconds(50);
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final List<String> CALLERS = new ArrayList<>(List.of("department", "applicant", "admin"));

    private static final List<String> VALUES = List.of(
            "%00",
            "a%00b",
            "%ff",
            "%ED%A0%80",
            "null",
            "-1",
            "0",
            "1",
            "99999999999999999999",
            "1e9",
            "NaN",
            "2024-02-30",
            "0000-00-00",
            "9999-12-31",
            "%2B999999999-12-31",
            "2024-01-01",
            "2024-02-30T00:00:00Z",
            "2024-01-01T00:00:00Z",
            "%27%20or%201%3D1--",
            "%25",
            "%5C",
            "%2e%2e",
            "..%2f..%2fetc%2fpasswd",
            "%3Cscript%3E",
            "%F0%9F%98%80",
            "x".repeat(5000),
            "7707083893",
            "770000000156",
            "7700000017",
            "IT-1",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "%D1%91%D0%BB%D0%BA%D0%B0",
            "%0d%0aX-Evil:1",
            "%E2%80%AE",
            "true",
            "MET",
            "a;b=c",
            "%09",
            "*",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "2147483648",
            "%D9%A1%D9%A2",
            "$%7B7*7%7D");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "{}",
            "[]",
            "{",
            "\"x\"",
            "0",
            "{\"a\": 1}",
            "{\"a\": 1, \"a\": 1}",
            "<a/>",
            "[".repeat(5000),
            "{\"name\": \"\\u0000\"}",
            "{\"name\": \"\\ud800\"}",
            "{\"name\": 1e999}",
            "{\"inn\": -1, \"from\": {}}",
            "{\"reason\": \"" + "я".repeat(5000) + "\"}",
            "{\"years\": 99999999999}",
            "{\"years\": -1}",
            "{\"roles\": [null]}",
            "{\"sector\": \"IT\", \"name\": \"x\", \"organisation\": {\"inn\": \"7707083893\"}, \"from\": \"2019-13-01\"}");

    private final Random random = new Random(seed());
    private final long end = System.nanoTime() + LONGEST.toNanos();

    private static long seed() {
        return Long.getLong("clusters.fuzz.seed", System.currentTimeMillis());
    }

    @BeforeEach
    void users() throws Exception {
        given("department", "applicant", "admin");
    }

    private record Call(String method, String path, Set<String> declared, String target, String body) {}

    @Test
    void whatever_is_sent_the_answer_is_a_declared_one() throws Exception {
        long seed = seed();
        System.out.println("fuzz seed " + seed);
        random.setSeed(seed);
        var calls = calls(document());
        Collections.shuffle(calls, random);
        CALLERS.add(null);
        int made = 0;
        var faults = new ArrayList<String>();

        for (var call : calls) {
            if (System.nanoTime() > end) {
                break;
            }
            var login = CALLERS.get(random.nextInt(CALLERS.size()));
            var answer = Door.api(login, call.method().toUpperCase(java.util.Locale.ROOT), call.target(), call.body());
            made++;
            var fault = fault(login, call, answer);
            if (fault != null) {
                faults.add(login + " " + call.method() + " " + call.target() + " " + call.body() + "\n" + fault);
            }
        }

        System.out.println("fuzz: " + made + " of " + calls.size() + " calls");
        assertThat(faults).as("seed " + seed + ", " + made + " calls").isEmpty();
        assertThat(made).isGreaterThan(500);
    }

    @Test
    void every_operation_has_a_summary_and_its_refusals() throws Exception {
        var wanting = new ArrayList<String>();
        each(document(), (path, method, operation) -> {
            var declared = fields(operation.get("responses"));
            boolean whole = operation.path("summary").asText().length() > 5
                    && declared.containsAll(Set.of("400", "401", "403", "404", "406", "503"))
                    && declared.stream()
                                    .filter(status -> status.startsWith("2"))
                                    .count()
                            == 1
                    && (method.equals("get") || declared.containsAll(Set.of("413", "415", "422")))
                    && (!Set.of("put", "patch").contains(method) || declared.containsAll(Set.of("412", "428")));
            if (!whole) {
                wanting.add(method + " " + path + " " + declared);
            }
        });

        assertThat(wanting).isEmpty();
    }

    private static String fault(String login, Call call, Door.Answer answer) {
        try {
            assertThat(answer.status()).as(answer.toString()).isLessThan(500);
            assertThat(call.declared()).as(answer.toString()).contains(Integer.toString(answer.status()));
            if (login == null) {
                assertThat(answer.status()).isEqualTo(401);
            }
            if (answer.status() >= 400) {
                assertIsProblem(answer);
            }
            return null;
        } catch (Exception | AssertionError fault) {
            return fault.getMessage();
        }
    }

    private static JsonNode document() throws Exception {
        var answer = Door.send("GET", "/openapi?format=json", new String[0], null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        return answer.json();
    }

    private interface Visitor {
        void visit(String path, String method, JsonNode operation);
    }

    private static void each(JsonNode document, Visitor visitor) {
        document.get("paths")
                .fields()
                .forEachRemaining(item -> METHODS.stream()
                        .filter(item.getValue()::has)
                        .forEach(method -> visitor.visit(
                                item.getKey(), method, item.getValue().get(method))));
    }

    /** One call for every hostile value at every parameter, and every hostile body. */
    private List<Call> calls(JsonNode document) {
        var calls = new ArrayList<Call>();
        each(document, (path, method, operation) -> {
            var declared = fields(operation.get("responses"));
            var usual = target(path, null, null);
            if (method.equals("get")) {
                calls.add(new Call(method, path, declared, usual + "?nobody=knows", null));
            } else {
                BODIES.forEach(body -> calls.add(new Call(method, path, declared, usual, body)));
            }
            operation.path("parameters").forEach(parameter -> {
                var name = parameter.get("name").asText();
                var where = parameter.get("in").asText();
                var body = method.equals("get") || method.equals("delete") ? null : "{}";
                if (where.equals("path")) {
                    VALUES.forEach(
                            value -> calls.add(new Call(method, path, declared, target(path, name, value), body)));
                } else if (where.equals("query")) {
                    VALUES.forEach(value ->
                            calls.add(new Call(method, path, declared, usual + "?" + name + "=" + value, body)));
                    calls.add(new Call(method, path, declared, usual + "?" + name + "=1&" + name + "=2", body));
                    calls.add(new Call(method, path, declared, usual + "?" + name, body));
                }
            });
        });
        return calls;
    }

    /** The path with usual values, but for the one parameter. */
    private String target(String path, String name, String value) {
        var target = path.replace("/api/v1/", "");
        if (name != null) {
            target = target.replace("{" + name + "}", value);
        }
        return target.replace("{inn}", "7707083893")
                .replace("{login}", "nobody")
                .replaceAll("\\{\\w+}", random.nextBoolean() ? "1" : "00000000-0000-0000-0000-000000000000");
    }

    private static Set<String> fields(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
