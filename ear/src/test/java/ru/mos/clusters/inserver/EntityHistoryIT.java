package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.registry.Entities;
import ru.mos.clusters.registry.EntityExport;
import ru.mos.clusters.registry.EntitySearch;
import ru.mos.clusters.registry.HistoryItem;
import ru.mos.clusters.registry.PersonNames;
import ru.mos.clusters.registry.SmeStatus;
import ru.mos.clusters.registry.Standing;
import ru.mos.clusters.registry.Standings;

class EntityHistoryIT extends InServer {

    private static final Inn LEFT = new Inn("7700000023");
    private static final Inn STAYED = new Inn("7700000016");
    private static final Inn PERSON = new Inn("770000000156");

    @Inject
    Entities entities;

    @Inject
    EntityExport export;

    @Inject
    PersonNames names;

    @Inject
    Standings standings;

    @BeforeEach
    void registry() throws Exception {
        EntityFixture.fill(owner);
    }

    @Test
    void the_status_runs_in_unbroken_periods_from_the_day_of_entry() throws Exception {
        assertThat(history(LEFT).stream().filter(item -> item.fact().equals("SME_STATUS")))
                .extracting("from", "to", "value")
                .containsExactly(
                        tuple(day("2019-08-10"), day("2024-02-10"), "IN"),
                        tuple(day("2024-02-10"), day("2024-03-26"), "OUT"),
                        tuple(day("2024-03-26"), null, "UNKNOWN"));
    }

    @Test
    void every_fact_says_its_source_and_when_we_learned_it() throws Exception {
        var items = history(STAYED);

        assertThat(items)
                .extracting("fact")
                .contains("CATEGORY", "NAME", "REGION", "MAIN_ACTIVITY", "HEADCOUNT", "INCOME");
        assertThat(items).filteredOn(item -> item.source() != null).isNotEmpty().allSatisfy(item -> {
            assertThat(item.recordedAt()).isNotNull();
            assertThat(item.source().file()).endsWith(".zip");
        });
        assertThat(items).filteredOn("fact", "HEADCOUNT").extracting("value").containsExactlyInAnyOrder("7", "9");
        assertThat(items).isSortedAccordingTo(java.util.Comparator.comparing(HistoryItem::from));
    }

    @Test
    void what_was_superseded_stays_in_the_history() throws Exception {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into registry.headcount (inn, year, value, document_on, name, release_id, file_seq, recorded_by,
                                                    superseded_by)
                    select inn, year, 6, document_on, name, release_id, file_seq,
                           (select max(id) from platform.change where subject = 'fixture-1'), recorded_by
                      from registry.headcount where inn = '7700000016'""");
        }

        assertThat(history(STAYED))
                .filteredOn(item -> item.supersededAt() != null)
                .extracting("value")
                .containsExactly("6");
    }

    @Test
    void pages_of_a_history_give_every_item_once() throws Exception {
        assertThat(pages(STAYED, 2)).isEqualTo(history(STAYED)).hasSizeGreaterThan(5);
    }

    @Test
    void a_persons_name_in_the_history_is_cut_unless_opened_which_is_recorded() throws Exception {
        var views = "select count(*) from platform.change where action = 'PERSONAL_DATA_VIEWED'";
        assertThat(history(PERSON))
                .filteredOn("fact", "NAME")
                .extracting("value")
                .containsExactly("ИВАНОВ П. С.");
        long before = Long.parseLong(one(views));

        var opened = as("auditor", () -> entities.openHistory(PERSON, PageRequest.first(50)));

        assertThat(opened.items())
                .filteredOn("fact", "NAME")
                .extracting("value")
                .containsExactly("ИВАНОВ ПЁТР СЕРГЕЕВИЧ");
        assertThat(one(views)).isEqualTo(Long.toString(before + 1));
    }

    @Test
    void a_history_of_nobody_is_refused() {
        assertProblem("entity-unknown", () -> history(new Inn("7830002293")));
    }

    @Test
    void many_standings_take_as_many_statements_as_one_and_replay_at_their_own_instant() throws Exception {
        var many = Stream.of("7700000016", "7700000023", "7700000030", "7700000048", "770000000156", "7830002293")
                .map(Inn::new)
                .toList();
        var answer = standings.of(many, EntitiesIT.DAY, null);

        assertThat(answer.standings()).hasSize(6);
        assertThat(answer.of(LEFT).status()).isEqualTo(SmeStatus.OUT);
        assertThat(answer.of(LEFT).reason()).isEqualTo(Standing.Reason.ABSENT);
        assertThat(answer.of(STAYED).innovativeProduct()).isTrue();
        assertThat(answer.of(STAYED).mainActivity().code()).isEqualTo("62.01");
        assertThat(answer.of(PERSON).name()).isEqualTo("ИВАНОВ П. С.");
        assertThat(answer.of(new Inn("7830002293")).name()).isNull();
        assertThat(standings.of(many, EntitiesIT.DAY, answer.knownOn())).isEqualTo(answer);
    }

    @Test
    void an_export_holds_every_row_and_no_formula() throws Exception {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update registry.entity set name = '=cmd()' where inn = '7700000048'");
        }
        var out = new ByteArrayOutputStream();
        as("chief", () -> {
            export.write(new EntitySearch(null, null, null, null, null, null, EntitiesIT.DAY), Locale.ENGLISH, out);
            return null;
        });

        var sheet = unescaped(entry(out.toByteArray(), "xl/worksheets/sheet1.xml"));
        assertThat(sheet)
                .contains("7700000016", "7700000023", "'=cmd()", "ИВАНОВ П. С.")
                .doesNotContain("ПЁТР");
        assertThat(sheet.split("<row ", -1)).hasSize(EntityFixture.COUNT + 2);
        assertThatThrownBy(() -> as("applicant", () -> {
                    export.write(EntitySearch.ALL, Locale.ENGLISH, new ByteArrayOutputStream());
                    return null;
                }))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void names_of_persons_gone_for_long_are_forgotten_by_the_administrator() throws Exception {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update registry.sme_run set gone_ord = (select ord from registry.release where id = 2),"
                    + " first_name = 'ПЁТР' where inn = '770000000156'");
        }
        assertThat(as("admin", () -> names.keepFor(100))).isEqualTo(100);
        assertThat(as("admin", () -> names.forget())).isZero();

        as("admin", () -> names.keepFor(1));

        assertThat(as("admin", () -> names.forget())).isEqualTo(1);
        assertThat(as("admin", () -> names.forget())).isZero();
        assertThat(as("auditor", () -> entities.openCard(PERSON, EntitiesIT.DAY, null))
                        .name())
                .isEqualTo("ИВАНОВ П. С.");
        assertProblem("name-retention-years-positive", () -> as("admin", () -> names.keepFor(0)));
        as("admin", () -> names.keepFor(5));
    }

    private static String entry(byte[] bytes, String name) throws Exception {
        var file = Files.createTempFile("sheet", ".xlsx");
        try {
            Files.write(file, bytes);
            try (var zip = new ZipFile(file.toFile());
                    var in = zip.getInputStream(zip.getEntry(name))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }

    private List<HistoryItem> history(Inn inn) throws Exception {
        return pages(inn, 500);
    }

    private List<HistoryItem> pages(Inn inn, int limit) throws Exception {
        var items = new ArrayList<HistoryItem>();
        var page = PageRequest.first(limit);
        while (true) {
            var asked = page;
            var slice = as("chief", () -> entities.history(inn, asked));
            items.addAll(slice.items());
            if (slice.next() == null) {
                return items;
            }
            page = new PageRequest(limit, slice.next());
        }
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** Texts of a sheet as a reader sees them: the writer escapes every letter beyond ASCII. */
    private static String unescaped(String xml) {
        return java.util.regex.Pattern.compile("&#x([0-9a-f]+);")
                .matcher(xml)
                .replaceAll(letter -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(letter.group(1), 16))))
                .replace("&apos;", "'");
    }
}
