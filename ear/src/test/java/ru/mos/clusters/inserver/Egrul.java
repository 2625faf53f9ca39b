package ru.mos.clusters.inserver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Extracts of EGRUL for tests, as the tax service writes them in format 4.08: who is shown, how much, since when. */
final class Egrul {

    private static final LocalDate LONG_AGO = LocalDate.of(2015, 3, 20);

    private final String inn;
    private final LocalDate on;
    private final StringBuilder founders = new StringBuilder();
    private final StringBuilder others = new StringBuilder();
    private String form = "КодОПФ=\"12300\"";
    private String name;

    private Egrul(String inn, LocalDate on) {
        this.inn = inn;
        this.on = on;
        this.name = "ООО " + inn;
    }

    /** A limited company on a day. */
    static Egrul of(String inn, LocalDate on) {
        return new Egrul(inn, on);
    }

    /** The n-th invented person, with right check digits. */
    static String person(int number) {
        var digits = String.format("7798%06d", number);
        int[] weights = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
        int[] longer = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
        digits += check(digits, weights);
        return digits + check(digits, longer);
    }

    private static int check(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum % 11 % 10;
    }

    static String ogrn(String inn) {
        var digits = "102" + inn.substring(0, 9);
        return digits + Long.parseLong(digits) % 11 % 10;
    }

    Egrul form(String code) {
        form = "КодОПФ=\"" + code + "\"";
        return this;
    }

    Egrul named(String other) {
        name = other;
        return this;
    }

    /** Any XML among its children. */
    Egrul with(String xml) {
        others.append(xml);
        return this;
    }

    /** Any XML among its founders. */
    Egrul founder(String xml) {
        founders.append(xml);
        return this;
    }

    Egrul holder(String owner, String share) {
        return holder(owner, share, LONG_AGO);
    }

    /** @param share a fraction such as 1/3, which begins on its own record date */
    Egrul holder(String owner, String share, LocalDate since) {
        var parts = share.split("/");
        var size = "<ДоляУстКап НоминСтоим=\"100\"><РазмерДоли><ДробПрост Числит=\"" + parts[0] + "\" Знаменат=\""
                + parts[1] + "\"/></РазмерДоли>" + record(since) + "</ДоляУстКап>";
        return founder(
                owner.length() == 12
                        ? "<УчрФЛ>" + first(since) + natural(owner) + size + "</УчрФЛ>"
                        : "<УчрЮЛРос>" + first(since) + legal(owner) + size + "</УчрЮЛРос>");
    }

    Egrul head(String person) {
        return head(person, LONG_AGO);
    }

    Egrul head(String person, LocalDate since) {
        return with("<СведДолжнФЛ>" + first(since) + natural(person)
                + "<СвДолжн ВидДолжн=\"02\" НаимВидДолжн=\"Руководитель юридического лица\""
                + " НаимДолжн=\"ГЕНЕРАЛЬНЫЙ ДИРЕКТОР\">" + record(since) + "</СвДолжн></СведДолжнФЛ>");
    }

    Egrul managedBy(String company) {
        return with("<СвУпрОрг>" + first(LONG_AGO) + legal(company) + "</СвУпрОрг>");
    }

    /** It is no more, and who took its place. */
    Egrul ceased(LocalDate day, String... successors) {
        with("<СвПрекрЮЛ ДатаПрекрЮЛ=\"" + day + "\"/>");
        for (var successor : successors) {
            with("<СвПреем ОГРН=\"" + ogrn(successor) + "\" ИНН=\"" + successor + "\" НаимЮЛПолн=\"ООО " + successor
                    + "\"/>");
        }
        return this;
    }

    static String legal(String inn) {
        return "<НаимИННЮЛ ОГРН=\"" + ogrn(inn) + "\" ИНН=\"" + inn + "\" НаимЮЛПолн=\"ООО " + inn + "\">"
                + record(LONG_AGO) + "</НаимИННЮЛ>";
    }

    static String natural(String inn) {
        return "<СвФЛ Фамилия=\"ЛИЦО" + inn + "\" Имя=\"ИВАН\" ИННФЛ=\"" + inn + "\">" + record(LONG_AGO) + "</СвФЛ>";
    }

    private static String first(LocalDate since) {
        return "<ГРНДатаПерв ГРН=\"2027703503200\" ДатаЗаписи=\"" + since + "\"/>";
    }

    static String record(LocalDate since) {
        return "<ГРНДата ГРН=\"2027704005129\" ДатаЗаписи=\"" + since + "\"/>";
    }

    String document() {
        return "<Документ ИдДок=\"" + inn + "-" + on + "\"><СвЮЛ ДатаВып=\"" + on + "\" ОГРН=\"" + ogrn(inn)
                + "\" ДатаОГРН=\"2015-03-20\" ИНН=\"" + inn + "\" СпрОПФ=\"ОКОПФ\" " + form + "><СвНаимЮЛ НаимЮЛПолн=\""
                + name + "\"/><СвУстКап НаимВидКап=\"УСТАВНЫЙ КАПИТАЛ\" СумКап=\"10000\"/>" + others
                + (founders.isEmpty() ? "" : "<СвУчредит>" + founders + "</СвУчредит>") + "</СвЮЛ></Документ>";
    }

    /** A file of them, as text. */
    static String xml(Egrul... extracts) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Файл ИдФайл=\"VO_RUGFO_TEST\""
                + " ВерсФорм=\"4.08\" ТипИнф=\"ЕГРЮЛ_ОТКР_СВЕД\" КолДок=\"" + extracts.length + "\">");
        for (var extract : extracts) {
            xml.append(extract.document());
        }
        return xml.append("</Файл>").toString();
    }

    static byte[] file(Egrul... extracts) {
        return xml(extracts).getBytes(StandardCharsets.UTF_8);
    }

    /** Names and contents by turns. */
    static byte[] zip(Object... entries) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            files.put((String) entries[i], (byte[]) entries[i + 1]);
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
