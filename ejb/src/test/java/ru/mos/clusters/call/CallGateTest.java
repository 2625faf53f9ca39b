package ru.mos.clusters.call;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.call.CallBuilder.KBK;
import static ru.mos.clusters.call.CallBuilder.KBK_OLD;
import static ru.mos.clusters.call.CallBuilder.call;
import static ru.mos.clusters.call.CallBuilder.context;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.ledger.KbkLayout;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.ProblemTexts;

class CallGateTest {

    private static List<String> faults(CallTerms terms, GateContext context) {
        return CallGate.faults(terms, context).stream()
                .map(fault -> fault.code().slug() + " " + fault.field())
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException defect) {
            throw new AssertionError(defect);
        }
    }

    /** Sets the value at a pointer of a document. */
    private static void set(ObjectNode root, String pointer, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        var name = pointer.substring(last + 1);
        var parent = root.at(pointer.substring(0, last));
        if (parent.isArray()) {
            ((com.fasterxml.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
    }

    @Test
    void a_sound_call_passes() {
        assertThat(faults(call(), context())).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            /titleRu             | " "                                     | call-title-missing /titleRu
            /titleEn             | null                                    | call-title-missing /titleEn
            /applicants          | []                                      | call-applicants-missing /applicants
            /eligibility         | null                                    | call-eligibility-missing /eligibility
            /eligibility         | "PRIORITY"                              | -
            /acts                | []                                      | call-acts-missing /acts
            /acts/0/edition      | "2010-07-28"                            | call-act-unknown /acts/0
            /acts/0/edition      | "2008-09-09"                            | call-act-not-in-force /acts/0
            /acts/0/act          | "PPM_621_2010"                          | call-act-not-in-force /acts/0
            /acts                | [{"act": "CONCEPT"}]                    | call-acts-draft /acts
            /rules               | null                                    | call-rules-unknown /rules
            /rules               | "CONCEPT_2010:9"                        | call-rules-unknown /rules
            /rules               | "CONCEPT_2010:3"                        | call-rules-not-yet /rules
            /money/0/amount      | 0                                       | call-money-not-positive /money/0/amount
            /money/0/amount      | 9999999.995                             | call-money-not-positive /money/0/amount
            /money/0/amount      | 10000000.00                             | -
            /money/0/amount      | 10000000.01                             | call-money-over-plan /money
            /money/0/year        | 2025                                    | call-money-not-in-plan /money/0/year
            /money/0/kbk         | "80704121234567890242"                  | call-kbk-unfit /money/0/kbk
            /money/0/kbk         | "807 0412 1234567890 811"               | -
            /money/0/kbk         | "8070412123456789081"                   | call-kbk-unfit /money/0/kbk
            /money/0/kbk         | null                                    | call-kbk-unfit /money/0/kbk
            /projectLeast        | 5000000.00                              | -
            /projectLeast        | 5000000.01                              | call-project-limits-impossible /projectMost
            /projectMost         | 10000000.00                             | -
            /projectMost         | 10000000.01                             | call-project-limits-impossible /projectMost
            /projectMost         | null                                    | call-project-limits-impossible /projectMost
            /shares              | []                                      | call-shares-missing /shares
            /target              | null                                    | call-shares-missing /shares
            /shares/1            | {"numerator": "2", "denominator": "3"}  | call-target-missed /target
            /shares/0            | {"numerator": "1", "denominator": "3"}  | -
            /shares/0            | {"numerator": "1", "denominator": "1"}  | -
            /shares/0            | {"numerator": "4", "denominator": "3"}  | call-share-impossible /shares/0
            /shares/1            | {"numerator": "-1", "denominator": "3"} | call-share-impossible /shares/1
            /shares/1            | {"numerator": "0", "denominator": "1"}  | -
            /shares/0            | {"numerator": "333", "denominator": "1000"} | call-share-rises /shares/1
            /target              | {"numerator": "333", "denominator": "1000"} | call-target-missed /target
            /documents           | []                                      | call-documents-missing /documents
            /documents/0/template | ""                                     | call-document-incomplete /documents/0
            /method              | null                                    | call-method-missing /method
            /criteria/1/code     | "NOVELTY"                               | call-criterion-twice /criteria/1/code
            /criteria/1/nameEn   | ""                                      | call-criterion-incomplete /criteria/1
            /criteria/1/weight   | 0.41                                    | call-weights-differ /weightTotal
            /criteria/1/weight   | 0.400                                   | -
            /criteria/1/most     | 0                                       | call-scale-impossible /criteria/1
            /criteria/1/most     | 1                                       | -
            /criteria/1/most     | 1000                                    | -
            /criteria/1/most     | 1001                                    | call-scale-impossible /criteria/1
            /criteria/1/least    | -1                                      | call-scale-impossible /criteria/1
            /weightTotal         | null                                    | call-weights-differ /weightTotal
            /minimumScore        | 10                                      | -
            /minimumScore        | 10.01                                   | call-score-impossible /minimumScore
            /minimumScore        | -0.01                                   | call-score-impossible /minimumScore
            /minimumScore        | null                                    | call-score-impossible /minimumScore
            /experts             | 0                                       | call-experts-impossible /experts
            /experts             | 1                                       | -
            /experts             | 51                                      | call-experts-impossible /experts
            /tieBreak            | null                                    | call-tie-break-missing /tieBreak
            /tieCriterion        | "PRICE"                                 | call-tie-criterion-unknown /tieCriterion
            /tieBreak            | "COMMISSION_VOTE"                       | -
            /returns             | 0                                       | -
            /returns             | 10                                      | -
            /returns             | 11                                      | call-returns-impossible /returns
            /returns             | null                                    | call-returns-impossible /returns
            /returnDays          | 0                                       | call-returns-impossible /returns
            /announcedOn         | null                                    | call-date-missing /announcedOn
            /announcedOn         | "2026-03-03"                            | -
            /announcedOn         | "2026-03-04"                            | call-dates-disordered /intakeFrom
            /intakeUntil         | "2026-03-03T06:00:00Z"                  | call-dates-disordered /intakeUntil
            /intakeUntil         | "2026-03-03T06:00:01Z"                  | -
            /intakeUntil         | "2027-01-11T15:00:00Z"                  | call-calendar-missing /intakeUntil
            /assessmentDays      | 0                                       | call-term-impossible /assessmentDays
            /assessmentDays      | 251                                     | call-term-impossible /assessmentDays
            /decisionDays        | 173                                     | -
            /decisionDays        | 174                                     | call-calendar-missing /decisionDays
            /decisionDays        | null                                    | call-term-impossible /decisionDays
            /flow                | null                                    | call-flow-missing /flow
            """)
    void each_fault_is_found_at_its_place_and_its_boundary_is_none(String pointer, String value, String fault) {
        var terms = call(node -> set(node, pointer, json(value)));

        var found = faults(terms, context());

        if (fault == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).containsExactly(fault);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/titleRu", "/titleEn", "/documents/0/titleRu", "/documents/0/titleEn"})
    void a_title_has_500_characters_and_not_one_more(String pointer) {
        var longest = call(node -> set(node, pointer, TextNode.valueOf("ш".repeat(500))));
        var longer = call(node -> set(node, pointer, TextNode.valueOf("ш".repeat(501))));

        assertThat(faults(longest, context())).isEmpty();
        assertThat(faults(longer, context())).containsExactly("call-title-too-long " + pointer);
    }

    @Test
    void two_documents_are_not_called_the_same_in_either_language() {
        var first =
                "{\"titleRu\": \"Заявление\", \"titleEn\": \"Application\", \"mandatory\": true, \"template\": \"1\"}";
        var second = "{\"titleRu\": \"%s\", \"titleEn\": \"%s\", \"mandatory\": true, \"template\": \"2\"}";

        assertThat(documents(first, second.formatted("Устав", "Statute"))).isEmpty();
        assertThat(documents(first, second.formatted(" заявление ", "Statute")))
                .containsExactly("call-documents-alike /documents/1/titleRu");
        assertThat(documents(first, second.formatted("Устав", "APPLICATION")))
                .containsExactly("call-documents-alike /documents/1/titleEn");
    }

    private static List<String> documents(String... documents) {
        var terms = call(node -> set(node, "/documents", json("[" + String.join(",", documents) + "]")));
        return faults(terms, context());
    }

    @Test
    void a_draft_of_an_act_alone_does_for_a_pilot_and_beside_an_act_in_force_for_any() {
        var pilot = call(node -> {
            set(node, "/acts", json("[{\"act\": \"CONCEPT\"}]"));
            set(node, "/pilot", json("true"));
        });
        var both = call(node -> set(
                node,
                "/acts",
                json("[{\"act\": \"CONCEPT\"}, {\"act\": \"PPM_818_2008\", \"edition\": \"2010-07-27\"}]")));

        assertThat(faults(pilot, context())).isEmpty();
        assertThat(faults(both, context())).isEmpty();
    }

    @Test
    void an_act_and_a_line_of_money_stand_once() {
        var acts = call(node -> set(
                node,
                "/acts",
                json("[{\"act\": \"PPM_818_2008\", \"edition\": \"2010-07-27\"},"
                        + " {\"act\": \"PPM_818_2008\", \"edition\": \"2010-07-27\"}]")));
        var money = call(node -> set(
                node,
                "/money",
                json("[{\"year\": 2026, \"kbk\": \"%1$s\", \"amount\": 5000000}, {\"year\": 2026, \"kbk\": \"%1$s\","
                                .formatted(KBK)
                        + " \"amount\": 5000000}]")));

        assertThat(faults(acts, context())).containsExactly("call-act-twice /acts/1");
        assertThat(faults(money, context())).containsExactly("call-money-twice /money/1");
    }

    @Test
    void money_needs_financial_support_and_financial_support_money() {
        var without = call(node -> set(node, "/forms", json("[\"TRAINING\"]")));
        var none = call(node -> set(node, "/money", json("[]")));
        var inKind = call(node -> {
            set(node, "/forms", json("[\"TRAINING\"]"));
            for (var part : List.of("money", "shares")) {
                set(node, "/" + part, json("[]"));
            }
            for (var part : List.of("projectLeast", "projectMost", "target")) {
                set(node, "/" + part, json("null"));
            }
        });

        assertThat(faults(without, context())).containsExactly("call-money-without-form /money");
        assertThat(faults(none, context())).containsExactly("call-money-missing /money");
        assertThat(faults(inKind, context())).isEmpty();
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource({
        "2015," + KBK_OLD + ",true",
        "2016," + KBK_OLD + ",false",
        "2015," + KBK + ",false",
        "2016," + KBK + ",true",
        "2004," + KBK_OLD + ",false",
        "2026,80704121234567890631,true",
        "2026,807041215Г0110150811,true",
        "2026,80715121234567890811,false",
        "2026,80700121234567890811,false"
    })
    void a_budget_code_is_laid_out_as_its_year_says(int year, String kbk, boolean fits) {
        var layout = KbkLayout.of(context().layouts(), year);

        assertThat(layout.filter(known -> known.fits(kbk)).isPresent()).isEqualTo(fits);
    }

    @Test
    void a_budget_code_is_read_in_its_parts() {
        assertThat(KbkLayout.of(context().layouts(), 2026).orElseThrow().apart(KBK))
                .isEqualTo("807 04 12 1234567890 811");
        assertThat(KbkLayout.of(context().layouts(), 2011).orElseThrow().apart(KBK_OLD))
                .isEqualTo("807 04 12 5150102 006 242");
    }

    @Test
    void money_goes_on_to_participants_only_by_a_paragraph_in_force_and_by_agreements() {
        for (var route : List.of("ONWARD_TO_PARTICIPANTS", "TO_EACH_PARTICIPANT")) {
            assertThat(flow(route, "null", "null", false))
                    .containsExactly("call-flow-basis-missing /flow", "call-flow-agreements-missing /flow/agreements");
            assertThat(flow(route, "\"PPM_818_2008\"", "\"п. 4\"", false))
                    .containsExactly("call-flow-agreements-missing /flow/agreements");
            assertThat(flow(route, "\"PPM_1471_2009\"", "\"п. 4\"", true))
                    .containsExactly("call-flow-act-not-in-force /flow/act");
            assertThat(flow(route, "\"PPM_818_2008\"", "\"п. 4\"", true)).isEmpty();
        }
    }

    private static List<String> flow(String route, String act, String paragraph, boolean agreements) {
        var flow = "{\"route\": \"%s\", \"act\": %s, \"paragraph\": %s, \"agreements\": %s}"
                .formatted(route, act, paragraph, agreements);
        return faults(call(node -> set(node, "/flow", json(flow))), context());
    }

    @Test
    void decisions_are_not_due_before_the_first_day_of_awards() {
        var context = context();
        var late = LocalDate.of(2026, 5, 15);
        var schedule = CallSchedule.of(call(), context.calendar()).orElseThrow();
        assertThat(schedule.decisionTo()).isEqualTo(late);

        assertThat(faults(call(), first(context, late))).isEmpty();
        assertThat(faults(call(), first(context, late.plusDays(1))))
                .containsExactly("call-decision-early /decisionDays");
    }

    private static GateContext first(GateContext context, LocalDate day) {
        return new GateContext(
                context.editions(),
                context.rules(),
                context.plan(),
                context.taken(),
                day,
                context.calendar(),
                context.layouts(),
                null);
    }

    @Test
    void an_amendment_changes_something_but_not_the_day_of_announcement() {
        var moved = call(node -> set(node, "/announcedOn", json("\"2026-03-03\"")));
        var longer = call(node -> set(node, "/intakeUntil", json("\"2026-04-08T15:00:00Z\"")));

        assertThat(faults(call(), context(call()))).containsExactly("call-amendment-empty /");
        assertThat(faults(moved, context(call()))).containsExactly("call-amendment-moves-announcement /announcedOn");
        assertThat(faults(longer, context(call()))).isEmpty();
        assertThat(TermsChange.between(call(), longer))
                .containsExactly(new TermsChange("/intakeUntil", "2026-04-01T15:00:00Z", "2026-04-08T15:00:00Z"));
    }

    @Test
    void an_empty_call_is_told_everything_at_once_in_both_languages() {
        var faults = CallGate.faults(CallTerms.titled(null, null), context());

        assertThat(faults).hasSizeGreaterThan(15);
        for (var locale : List.of(Locale.forLanguageTag("ru"), Locale.ENGLISH)) {
            assertThat(faults)
                    .allSatisfy(fault -> assertThat(ProblemTexts.text(fault, locale))
                            .isNotBlank()
                            .doesNotContain("{"));
        }
    }

    @Test
    void every_problem_has_its_text_in_both_languages() {
        for (var locale : List.of(Locale.forLanguageTag("ru"), Locale.ENGLISH)) {
            var bundle = ProblemTexts.bundle(CallProblem.class, locale);
            assertThat(CallProblem.values())
                    .allSatisfy(code -> assertThat(bundle.containsKey(code.slug()))
                            .as(code.slug())
                            .isTrue());
        }
    }
}
