package ru.mos.clusters.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ru.mos.clusters.generator.CheckDigits;

/** Agreements of the years before, taken on with opening balances, and the first publication of open data, which tells of them. */
final class DemoOpenData {

    private static final String XMLNS = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private static final List<List<String>> ROWS = List.of(
            List.of(
                    "Номер соглашения",
                    "Дата соглашения",
                    "ИНН получателя",
                    "Бюджетный год",
                    "КБК",
                    "Выплачено, отчёт не принят",
                    "Отчёт принят"),
            row("12-С", "20.03.2012", 9_980_001, "0", "7500000.00"),
            row("13-С", "02.04.2012", 9_980_004, "1250000.50", "3749999.50"),
            row("17-С", "18.06.2012", 9_980_005, "0", "4100000.00"));

    private DemoOpenData() {}

    private static List<String> row(String number, String day, int organisation, String paid, String accepted) {
        return List.of(
                number,
                day,
                CheckDigits.innOfEntity("77", organisation),
                "2012",
                "80704125150102006242",
                paid,
                accepted);
    }

    static void load(RestClient department, RestClient accountant, RestClient chief)
            throws IOException, InterruptedException {
        var opening = accountant.post(
                "ledger/opening-balances?fileName=opening-2013.xlsx&effectiveOn=2013-01-14", workbook());
        chief.post("ledger/opening-balances/" + opening.path("id").asText() + "/post", Map.of());
        var publication = department.post("open-data/publications", Map.of());
        chief.post(
                "open-data/publications/" + publication.path("id").asText() + "/publish",
                Map.of("acknowledgement", "Лица и организации в демонстрационных данных вымышлены."));
    }

    private static byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + """
                    content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/></Types>""");
            part(zip, "xl/workbook.xml", "<workbook " + XMLNS + " xmlns:r=\"" + RELATIONS + """
                    "><sheets><sheet name="Соглашения" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + PACKAGE + """
                    relationships"><Relationship Id="rId1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""".formatted(RELATIONS));
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet " + XMLNS + "><sheetData>"
                            + ROWS.stream().map(DemoOpenData::row).collect(Collectors.joining())
                            + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
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
