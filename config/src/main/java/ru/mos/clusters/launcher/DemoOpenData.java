package ru.mos.clusters.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ru.mos.clusters.generator.CheckDigits;

/**
 * Agreements that ran before the system did, taken on with opening balances, and the first publication of open data, which tells
 * of them. Numbers and sums are invented.
 */
final class DemoOpenData {

    private static final String XMLNS = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private static final List<String> HEADINGS = List.of(
            "Номер соглашения",
            "Дата соглашения",
            "ИНН получателя",
            "Бюджетный год",
            "КБК",
            "Обязательства",
            "К оплате",
            "Выплачено, отчёт не принят",
            "Отчёт принят");
    private static final List<String> LINE_HEADINGS =
            List.of("Бюджетный год", "КБК", "Ассигнования без лимитов", "Свободные лимиты");

    private static final String KBK_2012 = "80704125150102006242";
    private static final String KBK = "80704121234567890811";

    private DemoOpenData() {}

    /** One in force with a payment made, two in accountability, one just begun, and two that are over. */
    private static List<List<String>> agreements(int year) {
        return List.of(
                HEADINGS,
                row("12-С", "20.03.2012", 1, 2012, KBK_2012, "0", "0", "0", "7500000.00"),
                row("13-С", "02.04.2012", 4, 2012, KBK_2012, "0", "0", "1250000.50", "3749999.50"),
                row("17-С", "18.06.2012", 5, 2012, KBK_2012, "0", "0", "0", "4100000.00"),
                row(
                        "204-С",
                        "15.03." + (year - 1),
                        1,
                        year,
                        KBK,
                        "6000000.00",
                        "1500000.00",
                        "2500000.00",
                        "2000000.00"),
                row("211-С", "22.09." + (year - 1), 7, year, KBK, "0", "0", "4800000.00", "1200000.00"),
                row("218-С", "27.11." + (year - 1), 3, year, KBK, "9000000.00", "0", "0", "0"));
    }

    private static List<String> row(String number, String day, int organisation, int year, String kbk, String... sums) {
        var cells = new ArrayList<>(List.of(
                number, day, CheckDigits.innOfEntity("77", 9_980_000 + organisation), Integer.toString(year), kbk));
        cells.addAll(List.of(sums));
        return cells;
    }

    /** Taken on today, as the former books left them; prepared and posted, prepared and published by two persons. */
    static void load(RestClient department, RestClient accountant, RestClient chief)
            throws IOException, InterruptedException {
        var today = LocalDate.parse(department.get("me").path("today").asText());
        var lines =
                List.of(LINE_HEADINGS, List.of(Integer.toString(today.getYear()), KBK, "20000000.00", "33000000.00"));
        var opening = accountant.postFile(
                "ledger/opening-balances?fileName=opening.xlsx&effectiveOn=" + today,
                workbook(agreements(today.getYear()), lines));
        chief.post("ledger/opening-balances/" + opening.path("id").asText() + "/post", Map.of());
        var publication = department.post("open-data/publications", Map.of());
        chief.post(
                "open-data/publications/" + publication.path("id").asText() + "/publish",
                Map.of("acknowledgement", "Лица и организации в демонстрационных данных вымышлены."));
    }

    private static byte[] workbook(List<List<String>> agreements, List<List<String>> lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + """
                    content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/></Types>""");
            part(zip, "xl/workbook.xml", "<workbook " + XMLNS + " xmlns:r=\"" + RELATIONS + """
                    "><sheets><sheet name="Соглашения" sheetId="1" r:id="rId1"/>\
                    <sheet name="Строки бюджета" sheetId="2" r:id="rId2"/></sheets></workbook>""");
            part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + PACKAGE + """
                    relationships"><Relationship Id="rId1" Type="%1$s/worksheet" Target="worksheets/sheet1.xml"/>\
                    <Relationship Id="rId2" Type="%1$s/worksheet" Target="worksheets/sheet2.xml"/></Relationships>""".formatted(RELATIONS));
            part(zip, "xl/worksheets/sheet1.xml", sheet(agreements));
            part(zip, "xl/worksheets/sheet2.xml", sheet(lines));
        }
        return bytes.toByteArray();
    }

    private static String sheet(List<List<String>> rows) {
        return "<worksheet " + XMLNS + "><sheetData>"
                + rows.stream().map(DemoOpenData::row).collect(Collectors.joining()) + "</sheetData></worksheet>";
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>")
                .collect(Collectors.joining("", "<row>", "</row>"));
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
