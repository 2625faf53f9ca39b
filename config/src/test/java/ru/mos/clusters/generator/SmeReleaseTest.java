package ru.mos.clusters.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mos.clusters.generator.FormatVersion.V4_01;
import static ru.mos.clusters.generator.FormatVersion.V4_04;
import static ru.mos.clusters.generator.FormatVersion.V4_05;
import static ru.mos.clusters.generator.FormatVersion.V4_06;
import static ru.mos.clusters.generator.FormatVersion.V4_07;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.helpers.DefaultHandler;

class SmeReleaseTest {
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 10);

    @ParameterizedTest(name = "{0} records make files of {1}")
    @CsvSource({"0,0", "1,1", "899,899", "900,900", "901,900 1", "1800,900 900", "2000,900 900 200"})
    void every_file_but_the_last_has_900_documents_and_declares_its_own_count(int records, String counts)
            throws Exception {
        Map<String, String> files = Reread.files(Reread.bytes(SmeRelease.first(1, records, AUGUST, V4_06)));

        assertThat(files.values())
                .extracting(file -> file.split("<Документ ", -1).length - 1 + "")
                .containsExactly(counts.split(" "));
        assertThat(files.values())
                .allSatisfy(file -> assertThat(Reread.values("КолДок", file))
                        .containsExactly(file.split("<Документ ", -1).length - 1 + ""));
    }

    @Test
    void files_are_single_lines_named_as_they_call_themselves() throws Exception {
        Map<String, String> files = Reread.files(Reread.bytes(SmeRelease.first(1, 1000, AUGUST, V4_06)));

        assertThat(files).hasSize(2).allSatisfy((name, file) -> {
            assertThat(name).matches("VO_RRMSPSV_0000_9965_20260813_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.xml");
            assertThat(file)
                    .doesNotContain("\n")
                    .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Файл ИдФайл=\"" + name.replace(".xml", "")
                            + "\" ВерсФорм=\"4.06\" ТипИнф=\"РЕЕСТРМСП\"");
        });
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws Exception {
        byte[] once = Reread.bytes(SmeRelease.first(1, 1000, AUGUST, V4_06));

        assertThat(Reread.bytes(SmeRelease.first(1, 1000, AUGUST, V4_06))).isEqualTo(once);
        assertThat(Reread.bytes(SmeRelease.first(2, 1000, AUGUST, V4_06))).isNotEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource(FormatVersion.class)
    void every_version_is_well_formed(FormatVersion version) throws Exception {
        for (String file : Reread.files(Reread.bytes(SmeRelease.first(1, 1000, AUGUST, version)))
                .values()) {
            SAXParserFactory.newInstance()
                    .newSAXParser()
                    .parse(new ByteArrayInputStream(file.getBytes(UTF_8)), new DefaultHandler());
        }
    }

    @Test
    void version_4_01_knows_neither_numbers_nor_marks() throws Exception {
        assertThat(text(V4_01))
                .contains("<СведМН ")
                .doesNotContain(" ОГРН=", " ОГРНИП=", " ССЧР=", " СведСоцПред=", "СвОКВЭДотч", "<СвМН ");
    }

    @Test
    void versions_4_04_and_4_05_add_numbers_and_marks() throws Exception {
        for (FormatVersion version : List.of(V4_04, V4_05)) {
            assertThat(text(version))
                    .contains(" ОГРН=", " ОГРНИП=", " ССЧР=", " СведСоцПред=\"1\"", " СведСоцПред=\"2\"", "<СведМН ")
                    .doesNotContain("СвОКВЭДотч", "<СвМН ");
        }
    }

    @Test
    void version_4_06_adds_activities_by_reporting_for_some_instead_of_the_declared_ones() throws Exception {
        List<String> documents = Reread.documents(SmeRelease.first(1, 1000, AUGUST, V4_06));

        assertThat(documents).allMatch(document -> document.contains("<СвМН "));
        assertThat(documents).anyMatch(d -> d.contains("<СвОКВЭД>") && d.contains("<СвОКВЭДотч>"));
        assertThat(documents).anyMatch(d -> d.contains("<СвОКВЭД>") && !d.contains("<СвОКВЭДотч>"));
        assertThat(documents).anyMatch(d -> !d.contains("<СвОКВЭД>") && d.contains("<СвОКВЭДотч>"));
        assertThat(documents).noneMatch(d -> !d.contains("<СвОКВЭД>") && !d.contains("<СвОКВЭДотч>"));
    }

    @Test
    void version_4_07_has_an_element_that_nobody_knows() throws Exception {
        assertThat(text(V4_07)).contains("ВерсФорм=\"4.07\"", "<СвЦифрПрофиль ");
        assertThat(text(V4_06)).doesNotContain("СвЦифрПрофиль");
    }

    @Test
    void a_record_is_about_as_long_and_as_varied_as_a_real_one() throws Exception {
        List<String> documents = Reread.documents(SmeRelease.first(1, 3000, AUGUST, V4_04));
        String text = String.join("", documents);

        assertThat(text.getBytes(UTF_8).length / 3000).isBetween(2700, 3300);
        assertThat(Reread.values("КодРегион", text)).filteredOn("77"::equals).hasSizeBetween(1900, 2300);
        assertThat(text).contains("Ё", "&amp;", "&quot;", "«", "'", "&lt;", "Тип=\"Г\"", "Тип=\"ГОРОД\"");
        assertThat(Reread.values("НаимОрг", text)).anyMatch(name -> name.length() > 200);
        assertThat(Reread.values("ВидСубМСП", text)).contains("1", "2", "3");
        assertThat(Reread.values("КатСубМСП", text)).contains("1", "2", "3");
        assertThat(Reread.values("ПрОтнПрод", text)).contains("1", "2");
        assertThat(text).contains("<СвЛиценз ", "<СвПрогПарт ", "<СвКонтр ", "<СвДог ");
        for (String sector : List.of("62.01", "32.50", "21.20", "26.30", "26.51")) {
            assertThat(text).contains("<СвОКВЭДОсн КодОКВЭД=\"" + sector + "\"");
        }
    }

    @Test
    void dates_of_entry_come_before_the_state() throws Exception {
        var text = String.join("", Reread.documents(SmeRelease.first(1, 1000, AUGUST, V4_06)));

        assertThat(Reread.values("ДатаВклМСП", text))
                .allMatch(date -> MovementTest.date(date).isBefore(AUGUST));
    }

    @Test
    void archives_are_named_month_first_until_September_2020_and_day_first_since() {
        assertThat(SmeRelease.first(1, 1, LocalDate.of(2020, 9, 10), V4_01).archiveName())
                .isEqualTo("data-09102020-structure-08012016.zip");
        assertThat(SmeRelease.first(1, 1, LocalDate.of(2020, 11, 10), V4_04).archiveName())
                .isEqualTo("data-10112020-structure-10032022.zip");
    }

    @Test
    void a_row_of_releases_goes_forward_in_time() {
        var august = SmeRelease.first(1, 10, AUGUST, V4_06);

        assertThatThrownBy(() -> august.next(AUGUST, V4_06, Movement.MONTH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(FormatVersion version) throws Exception {
        return Reread.files(Reread.bytes(SmeRelease.first(1, 1000, AUGUST, version)))
                .values()
                .toString();
    }
}
