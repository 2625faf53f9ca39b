package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import ru.mos.clusters.outside.Door.Answer;

/** What every refusal below {@code /api} is like. */
final class ProblemAssert {

    private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "errors");

    private ProblemAssert() {}

    /** Nothing but a problem document of that status and type. */
    static void assertProblem(Answer answer, int status, String slug) throws Exception {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertIsProblem(answer);
        assertThat(answer.json().get("type").asText()).as(answer.toString()).isEqualTo("/problems/" + slug);
    }

    /** A problem document that tells nothing of how the program is made, and no cookie beside it. */
    static void assertIsProblem(Answer answer) throws Exception {
        var shown = answer.toString();
        assertThat(answer.header("Content-Type")).as(shown).startsWith("application/problem+json");
        assertThat(answer.header("Set-Cookie")).as(shown).isNull();
        assertThat(answer.header("X-Content-Type-Options")).as(shown).isEqualTo("nosniff");
        var problem = answer.json();
        var members = new TreeSet<String>();
        problem.fieldNames().forEachRemaining(members::add);
        assertThat(members).as(shown).isEqualTo(new TreeSet<>(MEMBERS));
        assertThat(problem.get("status").asInt()).as(shown).isEqualTo(answer.status());
        assertThat(problem.get("type").asText()).as(shown).matches("/problems/[a-z0-9-]+");
        var words = new ArrayList<String>();
        words.add(problem.get("title").asText());
        words.add(problem.get("detail").asText());
        problem.get("errors").forEach(error -> {
            assertThat(error.get("pointer").asText()).as(shown).startsWith("/");
            assertThat(error.get("code").asText()).as(shown).isNotBlank();
            words.add(error.get("message").asText());
        });
        assertThat(words)
                .as(shown)
                .allSatisfy(text -> assertThat(text)
                        .isNotBlank()
                        .doesNotContain("Exception", "java.", "jakarta.", "ru.mos", "org.", "{0}", "\tat "));
    }
}
