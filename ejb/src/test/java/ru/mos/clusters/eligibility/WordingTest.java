package ru.mos.clusters.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.eligibility.rule.ClusterBuilder.cluster;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.eligibility.VerdictView.FindingView;
import ru.mos.clusters.eligibility.rule.ClusterBuilder;
import ru.mos.clusters.eligibility.rule.ConceptBook;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Finding;
import ru.mos.clusters.eligibility.rule.LegalForm;
import ru.mos.clusters.eligibility.rule.Message;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.PartCode;
import ru.mos.clusters.eligibility.rule.Reason;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.eligibility.rule.SmeStanding;
import ru.mos.clusters.eligibility.rule.Source;
import ru.mos.clusters.platform.ProblemTexts;

class WordingTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    private final ResourceBundle russian = ProblemTexts.bundle(Wording.class, ProblemTexts.RUSSIAN);
    private final ResourceBundle english = ProblemTexts.bundle(Wording.class, Locale.ENGLISH);

    @Test
    void every_text_stands_in_both_languages_with_the_same_placeholders() {
        assertThat(english.keySet()).isEqualTo(russian.keySet());
        for (var key : russian.keySet()) {
            assertThat(placeholders(english.getString(key))).as(key).isEqualTo(placeholders(russian.getString(key)));
            assertThat(russian.getString(key) + english.getString(key)).as(key).doesNotContain("'");
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_code_has_its_text_and_every_text_its_code() {
        var words = Stream.of(
                        Reason.values(),
                        RuleCode.values(),
                        Eligibility.values(),
                        Outcome.values(),
                        PartCode.values(),
                        Finding.State.values(),
                        Finding.Fact.Code.values(),
                        SmeStanding.Register.values(),
                        SmeStanding.Category.values(),
                        LegalForm.values(),
                        Source.Kind.values(),
                        FixView.StepKind.values(),
                        ConclusionPdf.Label.values())
                .flatMap(Stream::of)
                .map(Wording::key);
        var nouns = Stream.of(Message.Noun.values())
                .flatMap(noun -> Stream.of(".one", ".few", ".many").map(form -> Wording.key(noun) + form));
        var lacks = Stream.of("innovation", "production", "export").map("verdict.signs-lack."::concat);
        var others = Stream.of("verdict.unnamed", "verdict.dated", "verdict.moment");

        assertThat(russian.keySet().stream().filter(key -> key.startsWith("verdict.")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(words, nouns, lacks, others).flatMap(s -> s).toList());
    }

    @Test
    void e2_is_explained_in_one_sentence_with_who_does_not_count_and_what_is_needed() {
        var cluster = cluster().smes(4).others(1).unknown(2).smes(1).asPartners(1);

        assertThat(finding("ru", cluster, RuleCode.E2).explanation())
                .isEqualTo("4 из 7 участников — субъекты МСП из реестра, нужно не менее 5 (2/3); не учтены: ООО"
                        + " «Участник 5» (не состоит в реестре МСП на 01.11.2026); статус МСП неизвестен: ООО"
                        + " «Участник 6», ООО «Участник 7»; вне расчёта 1 партнёр.");
        assertThat(finding("en", cluster, RuleCode.E2).explanation())
                .isEqualTo("4 of 7 members are SMEs in the register, at least 5 are needed (2/3); not counted: ООО"
                        + " «Участник 5» (not in the SME register on 1 November 2026); SME status unknown: ООО"
                        + " «Участник 6», ООО «Участник 7»; 1 partner left aside.");
        assertThat(finding("ru", cluster, RuleCode.E2).remedies().get(0).message())
                .startsWith("Подтвердите статус субъекта МСП хотя бы 1 участника из числа: ООО «Участник 6»");
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0|1|Нужны ещё 2 участника — субъекты МСП из реестра.",
                "1|2|Нужен ещё 1 участник — субъект МСП из реестра либо выход 1 участника, который не является субъектом МСП.",
                "0|3|Нужны ещё 6 участников — субъекты МСП из реестра.",
                "8|15|Нужны ещё 6 участников — субъекты МСП из реестра либо выход 3 участников, которые не являются субъектами МСП.",
                "0|11|Нужны ещё 22 участника — субъекты МСП из реестра."
            })
    void remedies_decline_russian_numbers(int smes, int of, String remedy) {
        var cluster = cluster().smes(smes).others(of - smes);

        assertThat(finding("ru", cluster, RuleCode.E2).remedies())
                .singleElement()
                .satisfies(notice -> assertThat(notice.message()).isEqualTo(remedy));
    }

    @Test
    void the_whole_calls_conditions_by_number_as_people_do() {
        var cluster = cluster().smes(2).others(4);

        assertThat(view("ru", cluster).explanation())
                .isEqualTo("Выполнено условий: 0 из 5; не выполнено: условия 2, 3; недостаточно сведений: условие 4;"
                        + " нужно заключение: условия 1, 5.");
        assertThat(view("en", cluster).explanation())
                .contains("conditions 2, 3")
                .doesNotContain("E2");
    }

    @Test
    void a_long_list_of_names_ends_with_a_number() {
        var cluster = cluster().smes(3).unknown(9);

        assertThat(finding("ru", cluster, RuleCode.E2).explanation())
                .contains("ООО «Участник 10» и ещё 2.")
                .doesNotContain("Участник 11");
    }

    @Test
    void who_has_no_name_is_called_by_inn() {
        var cluster = cluster().smes(1).organisation(ClusterBuilder.ORGANISATION);

        assertThat(finding("ru", cluster, RuleCode.E1).explanation())
                .startsWith("ИНН " + ClusterBuilder.ORGANISATION + " объединяет 1 участника;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void no_sentence_of_any_verdict_shows_a_key_a_brace_or_a_doubled_mark(String language) {
        Stream.of(
                        cluster(),
                        cluster().withoutOrganisation(),
                        cluster().organisation("Фонд").plainSmes(2).others(2).unknown(2),
                        cluster().smes(5).concluded(),
                        cluster().smes(5).concluded().concluded("NO_VETO", false))
                .map(facts -> view(language, facts))
                .flatMap(view -> Stream.concat(
                        Stream.of(view.explanation()), view.findings().stream().flatMap(WordingTest::texts)))
                .forEach(text ->
                        assertThat(text).isNotBlank().doesNotContain("verdict.", "{", "}", "..", "[", "null", "_"));
    }

    private static Stream<String> texts(FindingView finding) {
        return Stream.of(
                        Stream.of(finding.name(), finding.explanation()),
                        finding.warnings().stream().map(VerdictView.Notice::message),
                        finding.remedies().stream().map(VerdictView.Notice::message),
                        Stream.concat(finding.counted().stream(), finding.notCounted().stream())
                                .map(VerdictView.EntryView::why),
                        finding.parts().stream().map(VerdictView.PartView::name))
                .flatMap(s -> s);
    }

    private static FindingView finding(String language, ClusterBuilder cluster, RuleCode rule) {
        return view(language, cluster).findings().get(rule.ordinal());
    }

    private static VerdictView view(String language, ClusterBuilder cluster) {
        return new VerdictWriter(Wording.in(Locale.forLanguageTag(language))).write(ConceptBook.judge(cluster));
    }
}
