package ru.mos.clusters.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mos.clusters.cluster.ParticipantRole.LARGE_ENTERPRISE_SERIAL;
import static ru.mos.clusters.cluster.ParticipantRole.MANUFACTURER;
import static ru.mos.clusters.cluster.ParticipantRole.SME_LEADER;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.workbook.Words;
import ru.mos.clusters.registry.LegalForm;

class TakeOnWordsTest {

    @ParameterizedTest
    @EnumSource
    void every_role_is_understood_by_its_code_and_by_its_name_in_both_languages(ParticipantRole role) {
        assertThat(TakeOnWords.roles(role.name().toLowerCase(Locale.ROOT))).containsExactly(role);
        for (var language : Words.LANGUAGES) {
            assertThat(TakeOnWords.roles(ProblemTexts.text(ClusterProblem.class, "role." + role, language)))
                    .containsExactly(role);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_legal_form_is_understood_likewise(LegalForm form) {
        for (var language : Words.LANGUAGES) {
            assertThat(TakeOnWords.legalForm(ProblemTexts.text(ClusterProblem.class, "form." + form, language)))
                    .isEqualTo(form);
        }
    }

    @Test
    void several_roles_are_parted_by_semicolons_and_codes_by_commas_too() {
        assertThat(TakeOnWords.roles("МСП-лидер; Крупное предприятие, серийное производство"))
                .containsExactlyInAnyOrder(SME_LEADER, LARGE_ENTERPRISE_SERIAL);
        assertThat(TakeOnWords.roles("SME_LEADER, MANUFACTURER")).containsExactlyInAnyOrder(SME_LEADER, MANUFACTURER);
        assertThatThrownBy(() -> TakeOnWords.roles("SME_LEADER, начальник"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("participant-role-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"да", "ДА ", "yes", "TRUE", "1"})
    void yes_can_be_said_in_several_ways(String word) {
        assertThat(TakeOnWords.yes(word)).isTrue();
    }

    @Test
    void headings_of_one_sheet_differ_in_both_languages_and_have_an_explanation() {
        for (var sheet : TakeOnSheet.values()) {
            for (var language : Words.LANGUAGES) {
                assertThat(sheet.columns().stream().map(column -> column.heading(language)))
                        .doesNotHaveDuplicates();
                sheet.columns()
                        .forEach(column -> assertThat(column.help(language)).isNotBlank());
            }
        }
    }

    @Test
    void every_word_of_the_texts_stands_in_both_languages() {
        var russian =
                ProblemTexts.bundle(ClusterProblem.class, ProblemTexts.RUSSIAN).keySet();
        var english = ProblemTexts.bundle(ClusterProblem.class, Locale.ENGLISH).keySet();
        assertThat(russian).isEqualTo(english);
        assertThat(List.of(DocumentKind.values()))
                .allSatisfy(kind -> assertThat(russian).contains("kind." + kind));
        assertThat(Arrays.stream(ClusterStatus.values()))
                .allSatisfy(state -> assertThat(russian).contains("status." + state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+7 495", "-1", "@SUM(A1)", "\tx", "\r=1"})
    void a_text_that_a_spreadsheet_would_compute_is_made_harmless(String text) {
        assertThat(ClusterSheet.harmless(text)).isEqualTo("'" + text);
        assertThat(ClusterSheet.harmless("ООО «" + text + "»")).doesNotStartWith("'");
    }
}
