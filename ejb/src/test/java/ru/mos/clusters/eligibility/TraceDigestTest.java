package ru.mos.clusters.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.TODAY;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.eligibility.rule.ClusterBuilder;
import ru.mos.clusters.eligibility.rule.ConceptBook;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Json;

class TraceDigestTest {

    private static final Set<String> LEFT_OUT =
            Set.of("digest", "knownOn", "explanation", "why", "message", "statement", "name");

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void an_outside_program_recomputes_it_from_the_text_of_the_answer(String language) throws Exception {
        var text = Json.write(view(language, mixed()));

        var answer = new ObjectMapper().readTree(text);
        var canonical = new StringBuilder();
        canonical(answer, canonical);

        var digest =
                MessageDigest.getInstance("SHA-256").digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo(answer.get("digest").textValue());
    }

    /** RFC 8785 for what a trace holds: keys by UTF-16 units, no space, whole numbers, the short escapes. */
    private static void canonical(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            var sorted = new TreeMap<String, JsonNode>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            sorted.keySet().removeAll(LEFT_OUT);
            out.append('{');
            var comma = "";
            for (var field : sorted.entrySet()) {
                out.append(comma);
                quoted(field.getKey(), out);
                out.append(':');
                canonical(field.getValue(), out);
                comma = ",";
            }
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            for (int i = 0; i < node.size(); i++) {
                out.append(i == 0 ? "" : ",");
                canonical(node.get(i), out);
            }
            out.append(']');
        } else if (node.isTextual()) {
            quoted(node.textValue(), out);
        } else {
            assertThat(node.isIntegralNumber() || node.isBoolean() || node.isNull())
                    .as("%s", node)
                    .isTrue();
            out.append(node);
        }
    }

    private static void quoted(String text, StringBuilder out) {
        out.append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }

    @Test
    void the_language_changes_texts_and_nothing_of_the_digest() {
        var russian = view("ru", mixed());
        var english = view("en", mixed());

        assertThat(english.explanation()).isNotEqualTo(russian.explanation());
        assertThat(english.digest()).isEqualTo(russian.digest());
    }

    @Test
    void names_do_not_enter_it() {
        var renamed = view("ru", mixed().named("Кластер \"Б\"\n").organisation("Союз «Другое»"));

        assertThat(renamed.digest())
                .as("a form by another name is another form")
                .isNotEqualTo(view("ru", mixed()).digest());
        assertThat(view("ru", mixed().named("Кластер \"Б\"\n").organisation("Ассоциация «Другое»"))
                        .digest())
                .isEqualTo(view("ru", mixed()).digest());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_in_which_facts_are_met_does_not_enter_it(long seed) {
        var shuffled = view("ru", mixed().shuffled(seed));

        assertThat(shuffled).isEqualTo(view("ru", mixed()));
    }

    @Test
    void anything_that_decides_enters_it() {
        var digests = List.of(
                view("ru", mixed()),
                view("ru", mixed().on(TODAY.minusDays(1))),
                view("ru", mixed().concluded("NO_VETO", false)),
                view("ru", mixed().unknown(1)),
                view("ru", cluster().smes(3)));

        assertThat(digests.stream().map(VerdictView::digest)).doesNotHaveDuplicates();
    }

    @Test
    void the_answer_has_the_published_fields() {
        var answer = Json.mapper().<JsonNode>valueToTree(view("ru", mixed()));

        assertThat(answer.fieldNames())
                .toIterable()
                .contains("cluster", "asOf", "knownOn", "ruleSet", "traceVersion", "outcome", "findings", "digest");
        assertThat(answer.at("/cluster").fieldNames()).toIterable().containsExactly("id", "code", "name");
        assertThat(answer.at("/ruleSet").toString()).isEqualTo("{\"code\":\"CONCEPT_2010\",\"version\":1}");
        assertThat(answer.at("/asOf").textValue()).isEqualTo("2026-11-01");
        assertThat(answer.at("/knownOn").textValue()).isEqualTo("2026-11-01T06:12:00Z");
        assertThat(answer.at("/findings/1/measured/count").intValue()).isEqualTo(4);
        assertThat(answer.at("/findings/1/required/share").toString())
                .isEqualTo("{\"numerator\":\"2\",\"denominator\":\"3\"}");
        assertThat(answer.at("/findings/1").fieldNames())
                .toIterable()
                .contains(
                        "rule",
                        "outcome",
                        "measured",
                        "required",
                        "counted",
                        "notCounted",
                        "parts",
                        "warnings",
                        "waiver",
                        "citation",
                        "explanation");
        assertThat(answer.at("/findings/1/waiver").isNull()).isTrue();
        assertThat(answer.at("/findings/1/notCounted/0").fieldNames())
                .toIterable()
                .contains("inn", "name", "state", "why", "facts");
        assertThat(answer.at("/findings/1/counted/0/facts/0").fieldNames())
                .toIterable()
                .contains("fact", "value", "source");
        assertThat(answer.at("/findings/0/parts/1").fieldNames())
                .toIterable()
                .contains("code", "outcome", "statement", "by", "source");
        assertThat(answer.at("/findings/0/citation").toString()).contains("\"edition\":null", "\"status\":\"DRAFT\"");
    }

    @Test
    void every_fact_of_every_participant_names_its_source() {
        for (var finding : view("ru", mixed()).findings()) {
            var entries = java.util.stream.Stream.concat(finding.counted().stream(), finding.notCounted().stream());
            assertThat(entries)
                    .allSatisfy(entry -> assertThat(entry.facts())
                            .isNotEmpty()
                            .allSatisfy(fact -> assertThat(fact.source().name()).isNotBlank()));
        }
    }

    private static ClusterBuilder mixed() {
        return cluster()
                .smes(3)
                .plainSmes(1)
                .others(1)
                .unknown(1)
                .others(1)
                .asPartners(1)
                .document("CHARTER", DatePeriod.since(TODAY.minusYears(1)))
                .document("PROTOCOL", DatePeriod.since(TODAY.minusYears(1)))
                .concluded("GOALS", true)
                .concluded("NO_VETO", true)
                .concluded("SYNERGY", true);
    }

    private static VerdictView view(String language, ClusterBuilder cluster) {
        return new VerdictWriter(Wording.in(Locale.forLanguageTag(language))).write(ConceptBook.judge(cluster));
    }
}
