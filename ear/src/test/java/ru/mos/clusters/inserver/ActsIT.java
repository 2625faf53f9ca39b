package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.eligibility.ActCard;
import ru.mos.clusters.eligibility.ActView;
import ru.mos.clusters.eligibility.ActView.ActStanding;
import ru.mos.clusters.eligibility.Acts;
import ru.mos.clusters.eligibility.AddAct;
import ru.mos.clusters.eligibility.AddEdition;
import ru.mos.clusters.eligibility.RepealAct;
import ru.mos.clusters.platform.PageRequest;

class ActsIT extends InServer {

    private static final LocalDate ADOPTED = LocalDate.of(2020, 3, 1);

    @Inject
    Acts acts;

    @ParameterizedTest(name = "{0} on {1}: {2} in the edition of {3}")
    @CsvSource({
        "PPM_818_2008, 2008-09-08, NOT_YET,",
        "PPM_818_2008, 2008-09-09, IN_FORCE, 2008-09-09",
        "PPM_818_2008, 2010-07-26, IN_FORCE, 2008-09-09",
        "PPM_818_2008, 2010-07-27, IN_FORCE, 2010-07-27",
        "PPM_818_2008, 2012-01-01, IN_FORCE, 2010-07-27",
        "PPM_724_2009, 2009-08-28, NOT_YET,",
        "PPM_724_2009, 2009-08-29, IN_FORCE, 2009-08-04",
        "PPM_621_2010, 2011-12-31, IN_FORCE, 2010-07-27",
        "PPM_621_2010, 2012-01-01, REPEALED, 2010-07-27",
        "PPM_1863_2019, 2024-02-06, IN_FORCE, 2023-09-01",
        "PPM_1863_2019, 2024-02-07, IN_FORCE, 2024-02-07",
        "PP_1492_2020, 2023-12-31, IN_FORCE, 2020-09-18",
        "PP_1492_2020, 2024-01-01, REPEALED, 2020-09-18",
        "PP_1781_2023, 2023-12-31, NOT_YET,",
        "PP_1781_2023, 2024-01-01, IN_FORCE, 2023-10-25",
        "MINEKONOM_2014, 2020-01-01, DRAFT, 2014-12-31",
        "CONCEPT_2010, 2012-01-01, DRAFT,",
        "PPM_781, 2012-01-01, UNDATED,"
    })
    void an_act_stands_on_a_day_as_its_source_says(String code, LocalDate day, ActStanding standing, LocalDate edition)
            throws Exception {
        var act = as("auditor", () -> acts.card(code, day)).act();

        assertThat(act.standing()).isEqualTo(standing);
        assertThat(act.edition()).isEqualTo(edition);
        assertThat(act.source()).isNotBlank();
    }

    @Test
    void every_act_of_the_registry_is_there_once_with_what_is_uncertain_said() throws Exception {
        var all = as("auditor", () -> acts.list(null, null, null, PageRequest.first(500)))
                .items();

        assertThat(all)
                .extracting(ActView::code)
                .doesNotHaveDuplicates()
                .contains(
                        "ML_60_2008",
                        "PPM_818_2008",
                        "PPM_724_2009",
                        "PPM_621_2010",
                        "PPM_1338_2009",
                        "PPM_97_2007",
                        "PPM_1471_2009",
                        "SUBSIDIES_2012",
                        "PPM_646_2012",
                        "PRESIDENT_MIK_2018",
                        "PPM_MIK_2019",
                        "PPM_1863_2019",
                        "PP_779_2015",
                        "PP_41_2016",
                        "PP_188_2013",
                        "MINEKONOM_2014",
                        "MINEKONOM_142_2021",
                        "MINEKONOM_195_2025",
                        "BUDGET_CODE_1998",
                        "PP_1492_2020",
                        "PP_1780_2023",
                        "PP_1781_2023",
                        "PP_1782_2023",
                        "PP_2024_2021");
        assertThat(all)
                .filteredOn(act -> act.datedTo() != ActView.Dating.DAY && act.adoptedOn() != null)
                .isNotEmpty()
                .allMatch(act -> !act.note().isBlank());
        var amended = as("auditor", () -> acts.card("PPM_1863_2019", null));
        assertThat(amended.editions()).hasSize(7);
        assertThat(amended.editions()).extracting(ActCard.Edition::byAct).endsWith("PPM_1676_2023", "PPM_250_2024");
        assertThat(as("auditor", () -> acts.card("CONCEPT_2010", null)).citedBy())
                .anyMatch(citing ->
                        citing.version() == 2 && citing.rules().equals(List.of("E1", "E2", "E3", "E4", "E5")));
    }

    @Test
    void the_repeal_of_an_amending_act_undoes_no_amendment() throws Exception {
        var amending = as("auditor", () -> acts.card("PPM_621_2010", LocalDate.of(2012, 6, 1)));

        assertThat(amending.act().standing()).isEqualTo(ActStanding.REPEALED);
        assertThat(amending.act().byAct()).isEqualTo("PPM_167_2011");
        assertThat(amending.affected())
                .extracting(ActCard.Affected::code)
                .containsExactly("PPM_724_2009", "PPM_818_2008");
        assertThat(as("auditor", () -> acts.card("PPM_818_2008", LocalDate.of(2012, 6, 1)))
                        .act()
                        .byAct())
                .isEqualTo("PPM_621_2010");
    }

    @Test
    void lists_are_narrowed_by_words_and_standing_and_read_in_stretches() throws Exception {
        var found = as("gckr", () -> acts.list("1863-пп", null, null, PageRequest.first(50)))
                .items();
        assertThat(found).extracting(ActView::code).contains("PPM_1863_2019");
        var repealed = as(
                "gckr", () -> acts.list(null, ActStanding.REPEALED, LocalDate.of(2012, 1, 1), PageRequest.first(50)));
        assertThat(repealed.items()).extracting(ActView::code).containsExactly("PPM_621_2010");

        var first = as("gckr", () -> acts.list(null, null, null, PageRequest.first(3)));
        var second = as("gckr", () -> acts.list(null, null, null, new PageRequest(3, first.next())));
        assertThat(second.items()).doesNotContainAnyElementsOf(first.items()).hasSize(3);
    }

    @Test
    void an_edition_holds_until_the_next_begins_also_one_that_is_learnt_of_late() throws Exception {
        var code = act(false);
        edition(code, "2022-01-01", "2022-02-01", null);

        var late = edition(code, "2021-01-01", "2021-02-01", "PPM_717_2021");

        assertThat(late.editions())
                .extracting(ActCard.Edition::from, ActCard.Edition::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ADOPTED, LocalDate.of(2021, 1, 31)),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2021, 2, 1), LocalDate.of(2022, 1, 31)),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2022, 2, 1), null));
        assertThat(on(code, "2021-01-31").edition()).isEqualTo(ADOPTED);
        assertThat(on(code, "2021-02-01").edition()).isEqualTo(LocalDate.of(2021, 1, 1));
        assertThat(one("select count(*) from eligibility.act_edition where act = '" + code
                        + "' and superseded_by is null"))
                .isEqualTo("3");
        assertThat(one("select count(*) from eligibility.act_edition where act = '" + code
                        + "' and superseded_by is not null"))
                .as("what was known before stays known")
                .isEqualTo("2");
    }

    @Test
    void a_repealed_act_is_law_to_the_day_before_and_can_be_amended_no_more() throws Exception {
        var code = act(false);
        edition(code, "2023-01-01", "2023-02-01", null);

        as("department", () -> acts.repeal(new RepealAct(code, LocalDate.of(2022, 5, 1), "PPM_448_2022", "")));

        assertThat(on(code, "2022-04-30").standing()).isEqualTo(ActStanding.IN_FORCE);
        assertThat(on(code, "2022-05-01").standing()).isEqualTo(ActStanding.REPEALED);
        assertThat(on(code, "2023-02-01").standing())
                .as("what was to begin later never does")
                .isEqualTo(ActStanding.REPEALED);
        assertProblem("act-repealed", () -> edition(code, "2022-04-01", "2022-05-01", null));
        assertProblem(
                "act-repealed",
                () -> as("department", () -> acts.repeal(new RepealAct(code, LocalDate.of(2022, 6, 1), null, ""))));
        assertThat(edition(code, "2021-04-01", "2021-05-01", null).editions()).hasSize(3);
    }

    @Test
    void a_draft_becomes_law_by_its_first_edition_in_force() throws Exception {
        var code = act(true);
        assertThat(on(code, "2020-03-01").standing()).isEqualTo(ActStanding.DRAFT);

        edition(code, "2020-05-01", "2020-06-01", null);

        assertThat(on(code, "2020-05-31").standing()).isEqualTo(ActStanding.DRAFT);
        assertThat(on(code, "2020-06-01").standing()).isEqualTo(ActStanding.IN_FORCE);
        var draft = act(true);
        assertProblem(
                "act-not-in-force",
                () -> as("department", () -> acts.repeal(new RepealAct(draft, LocalDate.of(2022, 6, 1), null, ""))));
    }

    @Test
    void what_cannot_be_is_refused_with_its_reason() throws Exception {
        var code = act(false);
        assertProblem(
                "act-exists",
                () -> as(
                        "department",
                        () -> acts.add(new AddAct(
                                code,
                                ActView.ActKind.OTHER,
                                null,
                                ADOPTED,
                                "Другой",
                                "Другое",
                                "источник",
                                "",
                                false,
                                null))));
        assertProblem(
                "act-code-malformed",
                () -> new AddAct(
                        "п-1", ActView.ActKind.OTHER, null, ADOPTED, "Акт", "О чём", "источник", "", false, null));
        assertProblem(
                "edition-in-force-too-early",
                () -> new AddAct(
                        "A_B",
                        ActView.ActKind.OTHER,
                        null,
                        ADOPTED,
                        "Акт",
                        "О чём",
                        "источник",
                        "",
                        false,
                        ADOPTED.minusDays(1)));
        assertProblem(
                "field-required",
                () -> new AddAct(
                        "A_B", ActView.ActKind.OTHER, null, ADOPTED, " ", "О чём", "источник", "", false, null));
        assertProblem("edition-before-act", () -> edition(code, "2020-02-29", "2020-03-01", null));
        assertProblem("edition-exists", () -> edition(code, "2020-03-01", "2020-04-01", null));
        assertProblem("edition-in-force-too-early", () -> edition(code, "2020-04-01", "2020-03-31", null));
        assertProblem("amending-act-unknown", () -> edition(code, "2020-04-01", "2020-04-01", "NO_SUCH"));
        assertProblem("act-amends-itself", () -> edition(code, "2020-04-01", "2020-04-01", code));
        assertProblem("act-unknown", () -> edition("NO_SUCH", "2020-04-01", "2020-04-01", null));
        for (var login : List.of("gckr", "chief", "auditor", "expert")) {
            assertThatThrownBy(() -> as(login, () -> acts.repeal(new RepealAct(code, ADOPTED, null, ""))))
                    .isInstanceOf(EJBAccessException.class);
        }
    }

    private String act(boolean draft) throws Exception {
        var code = "IT_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        as(
                "department",
                () -> acts.add(new AddAct(
                        code,
                        ActView.ActKind.CITY_DECREE,
                        "1-ПП",
                        ADOPTED,
                        "Постановление для проверки",
                        "Проверка",
                        "тест",
                        "",
                        draft,
                        null)));
        return code;
    }

    private ActCard edition(String code, String edition, String from, String byAct) throws Exception {
        return as(
                "department",
                () -> acts.addEdition(
                        new AddEdition(code, LocalDate.parse(edition), byAct, LocalDate.parse(from), "")));
    }

    private ActView on(String code, String day) throws Exception {
        return as("auditor", () -> acts.card(code, LocalDate.parse(day))).act();
    }
}
