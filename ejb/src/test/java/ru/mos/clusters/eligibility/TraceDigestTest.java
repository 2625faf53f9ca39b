package ru.mos.clusters.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.TODAY;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.eligibility.rule.ClusterBuilder;
import ru.mos.clusters.eligibility.rule.ConceptBook;
import ru.mos.clusters.eligibility.rule.RuleCode;
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
        var kept = answer.deepCopy();
        strip(kept);
        var canonical = new ObjectMapper()
                .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
                .writeValueAsBytes(new ObjectMapper().treeToValue(kept, Object.class));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical)))
                .as("nothing in a trace needs more of RFC 8785 than keys in order and no spaces")
                .isEqualTo(answer.get("digest").textValue());
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(LEFT_OUT);
        }
        node.forEach(TraceDigestTest::strip);
    }

    @Test
    void the_language_changes_texts_and_nothing_of_the_digest() {
        var russian = view("ru", mixed());
        var english = view("en", mixed());

        assertThat(english.explanation()).isNotEqualTo(russian.explanation());
        assertThat(english.digest()).isEqualTo(russian.digest());
    }

    @Test
    void it_needs_no_words() {
        var waived = cluster().smes(2).concluded().waived(RuleCode.E3);
        for (var cluster : List.of(mixed(), waived)) {
            assertThat(new VerdictWriter(Wording.none())
                            .write(ConceptBook.judge(cluster))
                            .digest())
                    .isEqualTo(view("ru", cluster).digest());
        }
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
    void a_verdict_no_waiver_touches_keeps_the_form_and_digest_it_had_before_there_were_any() {
        var view = view("ru", mixed());
        var untouched = view("ru", mixed().waived(RuleCode.E2));

        assertThat(view.traceVersion()).isEqualTo("1");
        assertThat(view.digest()).isEqualTo("5231224d9f4f7e005875b4691ef751e9fbfde3041669feb4ff39bb838ebc652c");
        assertThat(untouched).as("the second condition is met anyway").isEqualTo(view);
    }

    @Test
    void a_waiver_enters_it_in_a_form_of_its_own() {
        var plain = view("ru", cluster().smes(2).concluded());
        var waived = view("ru", cluster().smes(2).concluded().waived(RuleCode.E3));
        var waiver = Json.mapper().<JsonNode>valueToTree(waived).at("/findings/2/waiver");

        assertThat(waived.traceVersion()).isEqualTo("2");
        assertThat(waived.digest())
                .isNotEqualTo(plain.digest())
                .isEqualTo(view("en", cluster().smes(2).concluded().waived(RuleCode.E3))
                        .digest());
        assertThat(waiver.at("/effect").textValue()).isEqualTo("MET");
        assertThat(waiver.at("/requestedBy").textValue()).isEqualTo("gckr");
        assertThat(waiver.at("/by").textValue()).isEqualTo("chief");
        assertThat(waiver.at("/citation/paragraph").textValue()).isEqualTo("пункт 4.2");
        assertThat(waiver.at("/validTo").textValue())
                .as("the last day, as people name it")
                .isEqualTo(TODAY.plusDays(10).toString());
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
