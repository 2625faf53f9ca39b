package ru.mos.clusters.inserver;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small releases of the register for tests: who is shown, since when, in which category. */
final class ReleaseFiles {

    /** One record. */
    record Shown(String inn, LocalDate since, int category) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private ReleaseFiles() {}

    static InputStream xml(LocalDate stateOn, List<Shown> shown) {
        var xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Файл ВерсФорм=\"4.01\" ТипИнф=\"РЕЕСТРМСП\"" + " КолДок=\""
                        + shown.size() + "\">");
        for (var one : shown) {
            xml.append(document(stateOn, one));
        }
        return new ByteArrayInputStream(xml.append("</Файл>").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String document(LocalDate stateOn, Shown one) {
        return "<Документ ИдДок=\"" + one.inn() + stateOn + "\" ДатаСост=\"" + DAY.format(stateOn) + "\" ДатаВклМСП=\""
                + DAY.format(one.since()) + "\" ВидСубМСП=\"1\" КатСубМСП=\"" + one.category() + "\" ПризНовМСП=\"2\">"
                + "<ОргВклМСП НаимОрг=\"ООО " + one.inn() + "\" ИННЮЛ=\"" + one.inn() + "\"/><СведМН КодРегион=\"77\"/>"
                + "</Документ>";
    }

    /** The same documents in another order, in an archive. */
    static InputStream zip(LocalDate stateOn, List<Shown> shown) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = shown.size() - 1; i >= 0; i--) {
                zip.putNextEntry(new ZipEntry("VO_" + (shown.size() - i) + ".xml"));
                xml(stateOn, List.of(shown.get(i))).transferTo(zip);
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
