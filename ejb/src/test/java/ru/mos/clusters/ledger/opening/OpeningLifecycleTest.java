package ru.mos.clusters.ledger.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.mos.clusters.platform.workbook.Words;

class OpeningLifecycleTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(OpeningState.class)
    void what_the_table_does_not_list_is_refused(OpeningState state) {
        for (var action : OpeningAction.values()) {
            if (OpeningLifecycle.TABLE.find(state, action).isEmpty()) {
                assertThatThrownBy(() -> OpeningLifecycle.TABLE.require(state, action, role -> true))
                        .hasMessageStartingWith("transition-not-allowed");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(OpeningState.class)
    void what_is_prepared_is_posted_or_cancelled_and_that_is_the_end(OpeningState state) {
        assertThat(OpeningLifecycle.TABLE.isEnd(state)).isEqualTo(state != OpeningState.PREPARED);
        assertThat(state == OpeningState.PREPARED
                        || OpeningLifecycle.TABLE.steps().stream().anyMatch(step -> step.to() == state))
                .isTrue();
    }

    @Test
    void headings_of_one_sheet_differ_in_both_languages_and_have_an_explanation() {
        for (var sheet : OpeningSheet.values()) {
            for (var language : Words.LANGUAGES) {
                assertThat(OpeningSheet.titled(sheet.title(language))).contains(sheet);
                assertThat(sheet.columns().stream().map(column -> column.heading(language)))
                        .doesNotHaveDuplicates();
                sheet.columns()
                        .forEach(column -> assertThat(column.help(language)).isNotBlank());
            }
        }
    }
}
