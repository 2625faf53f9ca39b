package ru.mos.clusters.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mos.clusters.opendata.EntrepreneurTable.Sums;
import ru.mos.clusters.platform.Csv;

class PublicFilesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Settings SETTINGS = new Settings(
            Map.of("PUBLISHER_NAME", "Департамент", "LICENCE_URL", "https://creativecommons.org/licenses/by/4.0/"));

    private static final String GRANT = """
            {"id": "360G-x-G-%d", "title": "%s", "description": "Субсидия", "currency": "%s", "amountAwarded": %s,
             "awardDate": "2026-06-01", "recipientOrganization": [{"id": "RU-INN-7707083893", "name": "Ассоциация"}],
             "fundingOrganization": [{"id": "RU-X", "name": "Департамент"}],
             "beneficiaryLocation": [{"name": "Москва", "countryCode": "RU"}]}""";

    @TempDir
    Path folder;

    private Findings checked(String... grants) throws Exception {
        var file = folder.resolve(GrantFiles.NAME);
        Files.writeString(file, "{\"version\": \"1.4\", \"grants\": [" + String.join(",", grants) + "]}");
        var findings = new Findings();
        GrantFiles.check(file, "360G-x", findings);
        return findings;
    }

    @Test
    void grants_as_the_standard_wants_them_pass() throws Exception {
        assertThat(checked(GRANT.formatted(1, "Приборы", "RUB", "0.01")).kept).isEmpty();
    }

    @Test
    void a_fault_is_told_with_its_place_and_what_stands_there() throws Exception {
        var findings = checked(
                GRANT.formatted(1, "Приборы", "RUB", "1.00"),
                GRANT.formatted(2, "Приборы", "RUBL", "\"1.00\""),
                GRANT.formatted(2, "Приборы", "RUB", "1.00"));

        assertThat(findings.faults()).isEqualTo(3);
        assertThat(findings.kept).anySatisfy(found -> {
            assertThat(found.kind()).isEqualTo(FindingKind.NOT_LISTED);
            assertThat(found.pointer()).isEqualTo("/grants/1/currency");
            assertThat(found.excerpt()).isEqualTo("RUBL");
        });
        assertThat(findings.kept).anySatisfy(found -> {
            assertThat(found.kind()).isEqualTo(FindingKind.TYPE);
            assertThat(found.pointer()).isEqualTo("/grants/1/amountAwarded");
        });
        assertThat(findings.kept).anySatisfy(found -> {
            assertThat(found.kind()).isEqualTo(FindingKind.NOT_ORDERED);
            assertThat(found.pointer()).isEqualTo("/grants/2/id");
        });
    }

    @Test
    void a_package_without_grants_is_none() throws Exception {
        assertThat(checked().faults()).isPositive();
    }

    @Test
    void a_person_in_a_title_is_told_with_the_grant_it_stands_in() throws Exception {
        var findings = checked(GRANT.formatted(7, "Станок Образцова Ивана Петровича", "RUB", "1.00"));

        assertThat(findings.faults()).isZero();
        assertThat(findings.persons()).isEqualTo(1);
        assertThat(findings.kept.get(0).pointer()).isEqualTo("/grants/0/title");
        assertThat(findings.kept.get(0).grant()).isEqualTo("G-7");
    }

    @Test
    void statements_on_persons_are_a_fault() throws Exception {
        var file = folder.resolve(OwnershipFile.NAME);
        Files.writeString(file, "[{\"statementId\": \"x\", \"recordType\": \"person\"}]");
        var findings = new Findings();
        OwnershipFile.check(file, findings);

        assertThat(findings.kept).anyMatch(found -> found.pointer().equals("/0/recordType"));
    }

    @Test
    void a_table_is_held_to_its_metadata_cell_by_cell() throws Exception {
        var table = ClusterTable.TABLE;
        var metadata = folder.resolve("metadata.json");
        Files.writeString(metadata, table.metadata(SETTINGS, DAY));
        var file = folder.resolve(table.file());
        var good = Csv.line(',', "IT-1", "IT", "ИТ, связь", "Код", "7707083893", "=1+1", 3, 2, "ELIGIBLE", DAY, DAY);
        Files.writeString(
                file,
                table.head() + Csv.LINE_END + good + Csv.LINE_END
                        + "IT-2,IT,ИТ,,7707083893,А,три,2,ELIGIBLE,01.06.2026,2026-06-01\r\n");
        var findings = new Findings();
        CsvwTable.check(file, metadata, table.file(), findings);

        assertThat(findings.kept.stream().map(found -> found.kind() + " " + found.pointer()))
                .containsExactly("REQUIRED /2/name", "FORMAT /2/members", "FORMAT /2/verdict_on");
        assertThat(good).contains("\"ИТ, связь\"", "'=1+1");
        var described = new ObjectMapper().readTree(metadata.toFile());
        assertThat(described.at("/@context/0").asText()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(described.at("/url").asText()).isEqualTo("clusters.csv");
        assertThat(described.at("/tableSchema/primaryKey/0").asText()).isEqualTo("code");
    }

    @Test
    void what_was_written_with_commas_is_read_as_it_was() throws Exception {
        var lines = new ArrayList<List<String>>();
        Csv.read(
                new StringReader(Csv.line(',', "а,б", "в\"г", "д\r\nе", null, 5) + Csv.LINE_END + "x,\r\n"),
                lines::add);

        assertThat(lines).containsExactly(List.of("а,б", "в\"г", "д\r\nе", "", "5"), List.of("x", ""));
    }

    @Test
    void entrepreneurs_are_told_in_sums_and_few_of_them_not_at_all() {
        var lines = EntrepreneurTable.lines(
                List.of(
                        new Sums("IT", "MICRO", 10, 4, new BigDecimal("100.01"), new BigDecimal("0.00")),
                        new Sums("IT", "SMALL", 12, 6, new BigDecimal("200.02"), new BigDecimal("50.50")),
                        new Sums("MEDTECH", "MICRO", 7, 9, new BigDecimal("300.03"), new BigDecimal("0.00")),
                        new Sums("MEDTECH", "SMALL", 8, 8, new BigDecimal("400.04"), new BigDecimal("0.00"))),
                5,
                DAY);

        assertThat(lines)
                .hasSize(1 + 3 * 5)
                .contains("IT,MICRO,10,,,,2026-06-01", "ALL,ALL,37,27,1000.10,50.50,2026-06-01")
                .noneMatch(line -> line.contains("100.01"));
    }

    @Test
    void a_passport_names_its_set_as_the_recommendations_want_it() {
        var text = Passport.OF.get("clusters.csv").text(SETTINGS, DAY, DAY);

        assertThat(text)
                .startsWith("property,value\r\nstandardversion,http://opendata.gosmonitor.ru/standard/3.0\r\n")
                .contains(
                        "\r\nidentifier,clusters\r\n", "\r\ncreated,20260601\r\n", "\r\npublishername,Департамент\r\n")
                .contains("\r\ndata-20260601-structure-20260601,/open-data/clusters.csv\r\n");
    }
}
