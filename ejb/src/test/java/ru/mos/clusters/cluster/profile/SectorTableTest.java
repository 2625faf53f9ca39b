package ru.mos.clusters.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.cluster.SectorActivity;
import ru.mos.clusters.cluster.SectorActivity.Classifier;
import ru.mos.clusters.cluster.SectorActivity.Tier;
import ru.mos.clusters.cluster.SectorView;
import ru.mos.clusters.platform.Inn;

class SectorTableTest {

    private static final LocalDate SINCE = LocalDate.of(2017, 1, 1);
    private static final List<SectorView> SECTORS = List.of(
            sector("IT", core("62"), core("58.2"), related("61"), first("72")),
            sector("COMMUNICATIONS", core("26.30"), related("61")),
            sector("BIOPHARMA", core("21"), related("72.19")));

    @ParameterizedTest(name = "{0} suggests {1}")
    @CsvSource({
        "62.01, IT",
        "62, IT",
        "58.29, IT",
        "58.1, ''",
        "26.30.1, COMMUNICATIONS",
        "26.3, ''",
        "21.20, BIOPHARMA",
        "61.10, IT COMMUNICATIONS",
        "72.19, BIOPHARMA",
        "72, ''"
    })
    void a_code_suggests_the_sectors_of_itself_and_of_those_above_it(String code, String sectors) {
        var hints = new SectorTable(SECTORS, SINCE).of(code, "2014");

        assertThat(String.join(" ", hints.stream().map(SectorHint::sector).toList()))
                .isEqualTo(sectors);
    }

    @Test
    void the_first_edition_speaks_up_to_its_last_day_and_the_second_from_its_first() {
        var before = new SectorTable(SECTORS, SINCE.minusDays(1));
        var after = new SectorTable(SECTORS, SINCE);

        assertThat(before.of("72.2", "2001")).hasSize(1);
        assertThat(before.of("62.01", "2014")).isEmpty();
        assertThat(after.of("72.2", "2001")).isEmpty();
        assertThat(after.of("62.01", null)).hasSize(1);
        assertThat(after.of(null, null)).isEmpty();
    }

    @Test
    void a_core_code_comes_before_a_related_one() {
        var sectors = List.of(sector("A", related("61")), sector("B", core("61")));

        assertThat(new SectorTable(sectors, SINCE).of("61.1", "2014"))
                .containsExactly(new SectorHint("B", Tier.CORE), new SectorHint("A", Tier.RELATED));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "62.01, IT, CORE",
        "61.10, IT, RELATED",
        "62.01, BIOPHARMA, OUTSIDE",
        "01.11, IT, OUTSIDE",
        ", IT, ACTIVITY_UNKNOWN",
        "62.01, , NOT_ASKED"
    })
    void a_member_lies_outside_where_its_code_is_neither_core_nor_related(
            String code, String sector, MemberHint.Fit fit) {
        var hints = new SectorTable(SECTORS, SINCE).of(code, "2014");

        assertThat(SectorTable.fit(code, hints, sector)).isEqualTo(fit);
    }

    @Test
    void the_sector_of_most_cores_comes_first_then_of_most_related() {
        var table = new SectorTable(SECTORS, SINCE);
        var members = List.of(member(table, "61.10"), member(table, "61.20"), member(table, "26.30"));

        assertThat(SectorTable.counts(members))
                .containsExactly(new SectorProfile.Count("COMMUNICATIONS", 1, 2), new SectorProfile.Count("IT", 0, 2));
    }

    private static MemberHint member(SectorTable table, String code) {
        var hints = table.of(code, "2014");
        return new MemberHint(new Inn("7707083893"), null, null, hints, MemberHint.Fit.CORE);
    }

    private static SectorView sector(String code, SectorActivity... activities) {
        return new SectorView(code, code, code, code, LocalDate.of(2010, 1, 1), null, List.of(activities));
    }

    private static SectorActivity core(String code) {
        return new SectorActivity(Classifier.OKVED2, code, Tier.CORE, SINCE, null);
    }

    private static SectorActivity related(String code) {
        return new SectorActivity(Classifier.OKVED2, code, Tier.RELATED, SINCE, null);
    }

    private static SectorActivity first(String code) {
        return new SectorActivity(Classifier.OKVED1, code, Tier.CORE, LocalDate.of(2003, 1, 1), SINCE);
    }
}
