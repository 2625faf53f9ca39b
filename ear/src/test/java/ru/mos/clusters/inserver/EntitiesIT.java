package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.registry.Entities;
import ru.mos.clusters.registry.EntityKind;
import ru.mos.clusters.registry.EntityRow;
import ru.mos.clusters.registry.EntitySearch;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;

class EntitiesIT extends InServer {

    static final LocalDate DAY = LocalDate.of(2024, 2, 20);

    @Inject
    Entities entities;

    @BeforeEach
    void registry() throws Exception {
        given("department");
        EntityFixture.fill(owner);
    }

    @Test
    void parts_of_the_name_find_it_in_any_case_and_order_with_e_for_yo_and_without_quotes() throws Exception {
        for (var query : List.of("ёлка", "ЕЛКА", "елка строит", "СТРОИТ \"ёлка\"", "«Ёлка»", "лк")) {
            assertThat(names(query)).as(query).containsExactly("ООО \"Ёлка Строитель\"");
        }
    }

    @Test
    void every_word_has_to_be_there() throws Exception {
        assertThat(names("ёлка прибор")).isEmpty();
        assertThat(names("щщ")).isEmpty();
        assertThat(names("нет такого слова")).isEmpty();
    }

    @Test
    void a_wildcard_in_the_query_means_itself() throws Exception {
        assertThat(names("100%")).containsExactly("ООО \"Прибор 100% _точно\\\"");
        assertThat(names("100_")).isEmpty();
        assertThat(names("%")).hasSize(1);
        assertThat(names("_точно\\")).hasSize(1);
        assertThat(names("п_ибор")).isEmpty();
    }

    @Test
    void a_number_finds_by_its_beginning_first_inn_then_ogrn() throws Exception {
        assertThat(inns(query("7700000016"))).containsExactly("7700000016");
        assertThat(inns(query("770000"))).hasSize(EntityFixture.COUNT);
        assertThat(inns(query("1027700000019"))).containsExactly("7700000016");
        assertThat(inns(query("9"))).isEmpty();
        assertThat(names("100")).as("no number begins so: part of a name").hasSize(1);
    }

    @Test
    void keyset_pages_give_every_subject_once_in_the_order_of_names() throws Exception {
        for (var query : new String[] {null, "ооо", "77", "10277000000", "1"}) {
            var whole = all(search(query, null, null, null, null), 500);
            var paged = all(search(query, null, null, null, null), 2);

            assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
        }
    }

    @Test
    void status_and_category_are_those_of_the_date() throws Exception {
        var left = row("7700000023", DAY);
        assertThat(left.status()).isEqualTo(SmeStatus.OUT);
        assertThat(left.category()).isNull();
        assertThat(row("7700000023", LocalDate.of(2024, 1, 15)).status()).isEqualTo(SmeStatus.IN);
        assertThat(row("7700000023", LocalDate.of(2024, 9, 1)).status()).isEqualTo(SmeStatus.UNKNOWN);
        assertThat(inns(search(null, null, null, null, SmeStatus.OUT))).containsExactly("7700000023");
        assertThat(inns(search(null, SmeCategory.SMALL, null, null, null))).containsExactly("7700000030");
        assertThat(inns(search("ооо", SmeCategory.SMALL, null, null, SmeStatus.IN)))
                .containsExactly("7700000030");
        assertThat(inns(search(null, SmeCategory.SMALL, null, null, SmeStatus.OUT)))
                .isEmpty();
        assertThat(inns(search(null, null, null, null, SmeStatus.IN))).hasSize(EntityFixture.COUNT - 1);
        assertThat(inns(search(null, null, null, null, SmeStatus.UNKNOWN))).isEmpty();
    }

    @Test
    void region_kind_and_activity_narrow_the_list_a_wider_declared_code_counts() throws Exception {
        assertThat(inns(search(null, null, EntityKind.ENTREPRENEUR, null, null)))
                .containsExactly("770000000156");
        assertThat(inns(new EntitySearch(null, null, null, "50", null, null, DAY)))
                .containsExactly("7700000030");
        assertThat(inns(new EntitySearch(null, null, null, null, "62.01", null, DAY)))
                .containsExactlyInAnyOrder("7700000016", "7700000030");
        assertThat(inns(new EntitySearch(null, null, null, null, "6", null, DAY)))
                .hasSize(2);
    }

    @Test
    void private_persons_are_masked_in_lists() throws Exception {
        assertThat(names("иванов пётр")).containsExactly("ИВАНОВ П. С.");
    }

    @Test
    void a_count_is_what_the_list_holds() throws Exception {
        for (var query : new String[] {null, "ооо", "77", "елка", "щщ"}) {
            var search = search(query, null, null, null, SmeStatus.IN);
            assertThat(as("department", () -> entities.count(search)).count())
                    .isEqualTo(all(search, 500).size());
        }
    }

    @Test
    void a_page_takes_the_same_few_statements_however_many_rows_it_has() throws Exception {
        assertThat(statements(50)).isEqualTo(statements(1)).isLessThanOrEqualTo(3);
    }

    /** Statements of one page; the least of some tries, for timers run statements of their own. */
    private long statements(int limit) throws Exception {
        return as("department", () -> {
            long least = Long.MAX_VALUE;
            for (int i = 0; i < EntityFixture.TRIES; i++) {
                long before = Long.parseLong(one(EntityFixture.STATEMENTS));
                entities.search(EntitySearch.ALL, PageRequest.first(limit));
                least = Math.min(least, Long.parseLong(one(EntityFixture.STATEMENTS)) - before);
                Thread.sleep(EntityFixture.PAUSE_MILLIS);
            }
            return least;
        });
    }

    @Test
    void the_card_says_what_was_known_with_its_sources() throws Exception {
        var card = as("department", () -> entities.card(new Inn("7700000016"), DAY, null));

        assertThat(card.name()).isEqualTo("ООО \"Ёлка Строитель\"");
        assertThat(card.sme().status()).isEqualTo(SmeStatus.IN);
        assertThat(card.sme().category()).isEqualTo(SmeCategory.MICRO);
        assertThat(card.sme().since()).isEqualTo(LocalDate.of(2018, 8, 10));
        assertThat(card.sme().source().file()).isEqualTo("february.zip");
        assertThat(card.mainActivity().name()).isEqualTo("Разработка программ");
        assertThat(card.activities()).extracting("code").containsExactly("62.02", "72");
        assertThat(card.activities()).extracting("version").containsExactly("2014", "2001");
        assertThat(card.products()).extracting("innovative").containsExactly(true);
        assertThat(card.licences()).extracting("number").containsExactly("77-1");
        assertThat(card.headcount())
                .extracting("year", "value")
                .containsExactlyInAnyOrder(Assertions.tuple(2022, 7), Assertions.tuple(2022, 9));
        assertThat(card.income()).extracting("year").containsExactly(2022);
    }

    @Test
    void nobody_is_shown_whom_nothing_names() {
        assertProblem("entity-unknown", () -> as("department", () -> entities.card(new Inn("7707083893"), DAY, null)));
    }

    @Test
    void the_full_name_of_a_person_opens_to_four_roles_and_is_recorded() throws Exception {
        var person = new Inn("770000000156");
        var views =
                "select count(*) from platform.change where action = 'PERSONAL_DATA_VIEWED' and subject = '770000000156'";
        long before = Long.parseLong(one(views));

        assertThat(as("department", () -> entities.card(person, DAY, null)).name())
                .isEqualTo("ИВАНОВ П. С.");
        assertThat(one(views)).isEqualTo(Long.toString(before));
        for (var login : List.of("department", "gckr", "auditor", "service")) {
            assertThat(as(login, () -> entities.openCard(person, DAY, null)).name())
                    .isEqualTo("ИВАНОВ ПЁТР СЕРГЕЕВИЧ");
        }
        assertThat(one(views)).isEqualTo(Long.toString(before + 4));
        Assertions.assertThatThrownBy(() -> as("chief", () -> entities.openCard(person, DAY, null)))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void experts_applicants_and_administrators_see_no_register() {
        for (var login : List.of("expert", "applicant", "admin")) {
            Assertions.assertThatThrownBy(
                            () -> as(login, () -> entities.search(EntitySearch.ALL, PageRequest.first(1))))
                    .isInstanceOf(EJBAccessException.class);
        }
    }

    private EntityRow row(String inn, LocalDate day) throws Exception {
        var search = new EntitySearch(inn, null, null, null, null, null, day);
        return as("department", () -> entities.search(search, PageRequest.first(2)))
                .items()
                .get(0);
    }

    private static EntitySearch query(String query) {
        return search(query, null, null, null, null);
    }

    private static EntitySearch search(
            String query, SmeCategory category, EntityKind kind, String region, SmeStatus status) {
        return new EntitySearch(query, category, kind, region, null, status, DAY);
    }

    private List<String> names(String query) throws Exception {
        return as("department", () -> entities.search(query(query), PageRequest.first(50))).items().stream()
                .map(EntityRow::name)
                .toList();
    }

    private List<String> inns(EntitySearch search) throws Exception {
        return all(search, 50);
    }

    private List<String> all(EntitySearch search, int limit) throws Exception {
        var found = new ArrayList<String>();
        var page = PageRequest.first(limit);
        while (true) {
            var asked = page;
            var slice = as("department", () -> entities.search(search, asked));
            slice.items().forEach(row -> found.add(row.inn().digits()));
            if (slice.next() == null) {
                return found;
            }
            page = new PageRequest(limit, slice.next());
        }
    }
}
