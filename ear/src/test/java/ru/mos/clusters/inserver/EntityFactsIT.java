package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.registry.EnterFact;
import ru.mos.clusters.registry.Entities;
import ru.mos.clusters.registry.EntitySearch;
import ru.mos.clusters.registry.FactKind;
import ru.mos.clusters.registry.ManualFactView;
import ru.mos.clusters.registry.ManualFactView.State;
import ru.mos.clusters.registry.ManualFacts;
import ru.mos.clusters.registry.Standings;

class EntityFactsIT extends InServer {

    private static final Inn ASSOCIATION = new Inn("7707083893");
    private static final LocalDate START = LocalDate.of(2012, 3, 1);

    @Inject
    ManualFacts facts;

    @Inject
    Entities entities;

    @Inject
    Standings standings;

    @Inject
    Tasks tasks;

    @BeforeEach
    void registry() throws Exception {
        for (var login : List.of("department", "department2", "gckr", "chief")) {
            given(login);
        }
        EntityFixture.fill(owner);
    }

    @Test
    void a_fact_is_in_force_only_when_another_person_has_confirmed_it() throws Exception {
        var entered = enter("department", FactKind.LEGAL_FORM, "ASSOCIATION", START, null);

        assertThat(entered.state()).isEqualTo(State.PENDING);
        assertThat(standing(START).facts()).isEmpty();
        assertProblem("second-person-required", () -> confirm("department", entered));

        assertThat(confirm("department2", entered).state()).isEqualTo(State.IN_FORCE);
        assertThat(standing(START).fact(FactKind.LEGAL_FORM).orElseThrow().value())
                .isEqualTo("ASSOCIATION");
        assertThat(standing(START.minusDays(1)).facts()).isEmpty();
        assertProblem("manual-fact-decided", () -> confirm("department2", entered));
    }

    @Test
    void a_waiting_fact_is_a_task_of_everybody_in_the_department_but_who_entered_it() throws Exception {
        var entered = enter("department", FactKind.LEGAL_FORM, "ASSOCIATION", START, null);

        assertThat(toConfirm("department2", entered)).isTrue();
        assertThat(toConfirm("department", entered)).isFalse();
        assertThat(toConfirm("gckr", entered)).isFalse();

        confirm("department2", entered);
        assertThat(toConfirm("department2", entered)).isFalse();
    }

    private boolean toConfirm(String login, ManualFactView fact) throws Exception {
        return as(login, () -> tasks.mine(PageRequest.first(200))).items().stream()
                .anyMatch(task -> task.kind().equals("FACT_TO_CONFIRM")
                        && task.subject().endsWith(fact.id().toString()));
    }

    @Test
    void the_database_itself_lets_nobody_confirm_their_own_entry() throws Exception {
        var entered = enter("department", FactKind.PRODUCTION, "true", START, null);

        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update registry.manual_fact set decided_by = entered_by,"
                            + " recorded_by = entered_in where id = '" + entered.id() + "'"))
                    .hasMessageContaining("second_person_required");
        }
    }

    @Test
    void facts_of_one_kind_never_overlap_whoever_confirms_last_is_refused() throws Exception {
        var first = enter("gckr", FactKind.CITY_REGISTER, "MICRO", START, START.plusYears(1));
        var abutting = enter("gckr", FactKind.CITY_REGISTER, "SMALL", START.plusYears(1), null);
        var overlapping = enter(
                "gckr", FactKind.CITY_REGISTER, "SMALL", START.plusYears(1).minusDays(1), null);
        confirm("department", first);

        assertProblem("manual-fact-overlaps", () -> confirm("department", overlapping));
        assertThat(confirm("department", abutting).state()).isEqualTo(State.IN_FORCE);
        assertProblem("manual-fact-overlaps", () -> enter("gckr", FactKind.CITY_REGISTER, "MICRO", START, null));
    }

    @Test
    void a_value_and_a_period_have_to_be_possible() {
        assertProblem("manual-fact-value-impossible", () -> enter("gckr", FactKind.LEGAL_FORM, "CLUB", START, null));
        assertProblem("manual-fact-value-impossible", () -> enter("gckr", FactKind.INCOME, "12.345", START, null));
        assertProblem("manual-fact-year-required", () -> enter("gckr", FactKind.HEADCOUNT, "12", START, null));
        assertProblem("period-empty", () -> enter("gckr", FactKind.PRODUCTION, "true", START, START));
        assertProblem(
                "field-required",
                () -> as(
                        "gckr",
                        () -> facts.enter(new EnterFact(
                                ASSOCIATION,
                                FactKind.PRODUCTION,
                                "true",
                                START,
                                null,
                                new EnterFact.Paper(" ", "1", START),
                                null,
                                null))));
    }

    @Test
    void a_refused_fact_never_holds_and_the_work_list_shows_what_waits() throws Exception {
        var waiting = enter("gckr", FactKind.INNOVATIVE, "true", START, null);
        var refused = enter("gckr", FactKind.EXPORT_ORIENTED, "true", START, null);

        as("department", () -> facts.refuse(ASSOCIATION, refused.id(), "не тот документ"));

        assertThat(pending()).containsExactly(waiting.id());
        assertThat(as("gckr", () -> facts.fact(ASSOCIATION, refused.id())).refusal())
                .isEqualTo("не тот документ");
        assertProblem("manual-fact-decided", () -> confirm("department", refused));
    }

    @Test
    void gckr_takes_back_its_own_entry_but_decides_on_nobody_elses() throws Exception {
        var own = enter("gckr", FactKind.INNOVATIVE, "true", START, null);
        var other = enter("department", FactKind.PRODUCTION, "true", START, null);

        assertThat(as("gckr", () -> facts.refuse(ASSOCIATION, own.id(), "опечатка"))
                        .state())
                .isEqualTo(State.REFUSED);
        assertProblem("forbidden-role", () -> as("gckr", () -> facts.refuse(ASSOCIATION, other.id(), "опечатка")));
        assertThatThrownBy(() -> confirm("gckr", other)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> enter("chief", FactKind.PRODUCTION, "true", START, null))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void an_ended_fact_holds_to_its_end_and_what_was_known_before_replays() throws Exception {
        var fact = enter("gckr", FactKind.LEGAL_FORM, "UNION", START, null);
        confirm("department", fact);
        var then = as("gckr", () -> standings.of(List.of(ASSOCIATION), START.plusYears(2), null));

        as("department", () -> {
            facts.end(ASSOCIATION, fact.id(), START.plusYears(1));
            return null;
        });

        assertThat(standing(START.plusYears(2)).facts()).isEmpty();
        assertThat(standing(START.plusYears(1).minusDays(1)).facts()).hasSize(1);
        var replayed = as("gckr", () -> standings.of(List.of(ASSOCIATION), START.plusYears(2), then.knownOn()));
        assertThat(replayed).isEqualTo(then);
        assertThat(replayed.of(ASSOCIATION).facts()).hasSize(1);
        assertProblem(
                "manual-fact-ended",
                () -> as("department", () -> {
                    facts.end(ASSOCIATION, fact.id(), START.plusYears(3));
                    return null;
                }));
    }

    @Test
    void whom_no_release_names_is_found_by_the_name_in_the_document_once_confirmed() throws Exception {
        var fact = enter("gckr", FactKind.LEGAL_FORM, "ASSOCIATION", START, null);
        assertProblem("entity-unknown", () -> as("gckr", () -> entities.card(ASSOCIATION, START, null)));

        confirm("department", fact);

        var card = as("gckr", () -> entities.card(ASSOCIATION, START, null));
        assertThat(card.name()).isEqualTo("Ассоциация «Ёлки»");
        assertThat(card.manualFacts()).extracting("value").containsExactly("ASSOCIATION");
        var search = new EntitySearch("елки", null, null, null, null, null, START);
        assertThat(as("gckr", () -> entities.search(search, PageRequest.first(5)))
                        .items())
                .hasSize(1);
    }

    @Test
    void headcounts_of_a_year_from_hand_and_file_stand_side_by_side() throws Exception {
        var inn = new Inn("7700000016");
        var fact = as(
                "gckr",
                () -> facts.enter(new EnterFact(
                        inn,
                        FactKind.HEADCOUNT,
                        "11",
                        LocalDate.of(2022, 1, 1),
                        LocalDate.of(2023, 1, 1),
                        paper(),
                        null,
                        null)));
        as("department", () -> facts.confirm(inn, fact.id()));

        var card = as("gckr", () -> entities.card(inn, EntitiesIT.DAY, null));

        assertThat(card.headcount()).extracting("value").containsExactlyInAnyOrder(7, 9, 11);
        assertThat(card.headcount()).extracting("year").containsOnly(2022);
    }

    private ManualFactView enter(String login, FactKind kind, String value, LocalDate from, LocalDate to)
            throws Exception {
        return as(
                login,
                () -> facts.enter(
                        new EnterFact(ASSOCIATION, kind, value, from, to, paper(), null, "Ассоциация «Ёлки»")));
    }

    private static EnterFact.Paper paper() {
        return new EnterFact.Paper("Устав", "1", START);
    }

    private ManualFactView confirm(String login, ManualFactView fact) throws Exception {
        return as(login, () -> facts.confirm(fact.inn(), fact.id()));
    }

    private List<UUID> pending() throws Exception {
        return as("department", () -> facts.list(State.PENDING, PageRequest.first(50))).items().stream()
                .map(ManualFactView::id)
                .toList();
    }

    private ru.mos.clusters.registry.Standing standing(LocalDate day) throws Exception {
        return as("gckr", () -> standings.of(List.of(ASSOCIATION), day, null)).of(ASSOCIATION);
    }
}
