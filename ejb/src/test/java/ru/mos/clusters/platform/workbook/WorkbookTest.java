package ru.mos.clusters.platform.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.platform.Problem;

class WorkbookTest {

    private static final String SHEET = "<worksheet><sheetData>%s</sheetData></worksheet>";

    @TempDir
    Path folder;

    @Test
    void cells_are_read_as_people_see_them() throws Exception {
        var file = folder.resolve("written.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Лист");
            sheet.value(0, 0, "ИНН");
            sheet.value(2, 1, 7707083893L);
            sheet.value(2, 2, LocalDate.of(2010, 11, 23));
            sheet.formula(2, 3, "1+1");
            sheet.finish();
        }

        var lines = Workbook.read(file).get(0).lines();

        assertThat(lines).extracting(Sheet.Line::number).containsExactly(1, 3);
        assertThat(lines.get(0).cells().get(0).plain()).isEqualTo("ИНН");
        assertThat(lines.get(1).cells().get(1).plain()).isEqualTo("7707083893");
        assertThat(lines.get(1).cells().get(2).date()).isEqualTo("2010-11-23");
        refused("cell-formula", () -> lines.get(1).cells().get(3).plain());
    }

    @Test
    void an_inn_in_scientific_notation_keeps_its_digits_and_rich_text_its_words() throws Exception {
        var file = workbook(
                SHEET.formatted(
                        "<row><c><v>7.707083893E9</v></c>"
                                + "<c t=\"inlineStr\"><is><r><t>А</t></r><r><t>льфа</t></r><rPh sb=\"0\" eb=\"1\"><t>х</t></rPh></is></c></row>"));

        var cells = Workbook.read(file).get(0).lines().get(0).cells();

        assertThat(cells.get(0).plain()).isEqualTo("7707083893");
        assertThat(cells.get(1).plain()).isEqualTo("Альфа");
    }

    @ParameterizedTest
    @CsvSource({"23.11.2010, 2010-11-23", "1.2.2011, 2011-02-01", "2010-11-23, 2010-11-23"})
    void a_text_can_be_a_date(String text, LocalDate day) {
        assertThat(new Cell(Cell.Kind.TEXT, text, false).date()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2011", "23/11/2010", "вчера", "23.11.10", "2010", "1.1.1989", "1.1.2100"})
    void what_is_no_day_is_refused(String text) {
        refused("cell-date-malformed", () -> new Cell(Cell.Kind.TEXT, text, false).date());
    }

    @ParameterizedTest
    @CsvSource({"40505, false, 2010-11-23", "39043, true, 2010-11-23"})
    void days_are_counted_from_1900_or_from_1904(String serial, boolean since1904, LocalDate day) {
        assertThat(new Cell(Cell.Kind.NUMBER, serial, since1904).date()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40505.5", "2011", "20110101", "-1", "99999999999999999999"})
    void a_number_that_is_no_day_is_refused(String number) {
        refused("cell-date-malformed", () -> new Cell(Cell.Kind.NUMBER, number, false).date());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "not a workbook", "<xml/>"})
    void what_is_no_workbook_is_refused(String content) throws Exception {
        var file = Files.writeString(folder.resolve("file"), content);

        refused("workbook-unreadable", () -> Workbook.read(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet>&x;</worksheet>",
                "<worksheet><sheetData><row><c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"x\"/></sheetData></worksheet>",
                "<worksheet><sheetData><row><c r=\"ЯЯ1\"><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row><c><v>много</v></c></row></sheetData></worksheet>",
            })
    void a_broken_or_tricky_sheet_is_refused(String sheet) throws Exception {
        var file = workbook(sheet);

        refused("workbook-unreadable", () -> Workbook.read(file));
    }

    @Test
    void xml_that_never_ends_in_depth_or_in_attributes_is_refused_at_once() throws Exception {
        var deep = workbook("<worksheet>" + "<a>".repeat(200_000));
        var attributes = new StringBuilder("<worksheet><row ");
        for (int i = 0; i < 200_000; i++) {
            attributes.append("a").append(i).append("='1' ");
        }
        var wide = workbook(attributes.append("/></worksheet>").toString());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            refused("workbook-unreadable", () -> Workbook.read(deep));
            refused("workbook-unreadable", () -> Workbook.read(wide));
        });
    }

    @Test
    void a_bomb_is_refused_before_it_is_unpacked() throws Exception {
        var file = folder.resolve("bomb.xlsx");
        var block = new byte[1 << 20];
        java.util.Arrays.fill(block, (byte) ' ');
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            outline(zip);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData>".getBytes(UTF_8));
            for (int i = 0; i < 100; i++) {
                zip.write(block);
            }
        }

        assertThat(Files.size(file)).isLessThan(1 << 20);
        refused("workbook-too-large", () -> Workbook.read(file));
    }

    @Test
    void a_hundred_thousand_rows_are_refused_and_an_endless_text_is_cut_where_a_cell_ends() throws Exception {
        var rows = workbook(SHEET.formatted("<row><c><v>1</v></c></row>".repeat(100_000)));
        var text = workbook(
                SHEET.formatted("<row><c t=\"inlineStr\"><is><t>" + "х".repeat(5_000_000) + "</t></is></c></row>"));

        refused("workbook-too-many-rows", () -> Workbook.read(rows));
        assertThat(Workbook.read(text).get(0).lines().get(0).cells().get(0).text())
                .hasSize(40_000);
    }

    @Test
    void columns_have_letters() {
        assertThat(Sheet.letters(0)).isEqualTo("A");
        assertThat(Sheet.letters(25)).isEqualTo("Z");
        assertThat(Sheet.letters(26)).isEqualTo("AA");
        assertThat(Sheet.letters(701)).isEqualTo("ZZ");
        assertThat(Sheet.letters(702)).isEqualTo("AAA");
    }

    private Path workbook(String sheet) throws IOException {
        var file = Files.createTempFile(folder, "book", ".xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            outline(zip);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(sheet.getBytes(UTF_8));
        }
        return file;
    }

    private static void outline(ZipOutputStream zip) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><sheets><sheet name='Лист' r:id='rId1'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
        for (var part : parts.entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            zip.write(part.getValue().getBytes(UTF_8));
        }
    }

    private static void refused(String slug, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code().slug()).isEqualTo(slug));
    }
}
