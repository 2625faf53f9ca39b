package ru.mos.clusters.inserver;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Sets of the tax service's register of recipients for tests, in its structure, of invented recipients. */
final class Recipients {

    static final String FUND = "7700000030";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private final LocalDate stateOn;
    private final List<String> documents = new ArrayList<>();

    private Recipients(LocalDate stateOn) {
        this.stateOn = stateOn;
    }

    static Recipients on(LocalDate stateOn) {
        return new Recipients(stateOn);
    }

    /** A grant of 2024 under the number; {@code more} stands inside its СвПредПод. */
    static String grant(String number, String more) {
        return given(number, "0100", "0103", LocalDate.of(2024, 1, 10), LocalDate.of(2024, 12, 31), more);
    }

    static String given(String number, String form, String kind, LocalDate decided, LocalDate ends, String more) {
        return ("<СвПредПод НомерПод=\"%s\" ИННЮЛ=\"%s\" НаимОрг=\"ФОНД «ОПОРА»\" ДатаСвед=\"15.02.2024\" ВидПП=\"1\""
                        + " КатСуб=\"1\" ДатаПрин=\"%s\" СрокПод=\"%s\" ИнфНаруш=\"2\"><ФормПод КодФорм=\"%s\""
                        + " НаимФорм=\"Форма %s\"/><ВидПод КодВид=\"%s\" НаимВид=\"Вид %s\"/>"
                        + "<РазмПод РазмПод=\"1250000.00\" ЕдПод=\"1\"/>%s</СвПредПод>")
                .formatted(number, FUND, DATE.format(decided), DATE.format(ends), form, form, kind, kind, more);
    }

    Recipients company(String inn, String... supports) {
        return document("<СвЮЛ ИННЮЛ=\"" + inn + "\" НаимОрг=\"ООО «ВЫМЫСЕЛ " + inn + "»\"/>", supports);
    }

    Recipients person(String inn, String... supports) {
        return document("<СвФЛ ИННФЛ=\"" + inn + "\"><ФИО Фамилия=\"Выдуманов\" Имя=\"Пример\"/></СвФЛ>", supports);
    }

    Recipients document(String subject, String... supports) {
        documents.add("<Документ ИдДок=\"d-%d\" ДатаСост=\"%s\">%s%s</Документ>"
                .formatted(documents.size() + 1, DATE.format(stateOn), subject, String.join("", supports)));
        return this;
    }

    String xml() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Файл ИдФайл=\"VO_SVMSP_0000_9965_1\" ВерсФорм=\"4.04\""
                + " ТипИнф=\"РЕЕСТРМСП-ПП\" КолДок=\"" + documents.size()
                + "\"><ИдОтпр><ФИООтв Фамилия=\"-\"/></ИдОтпр>"
                + String.join("", documents) + "</Файл>";
    }

    byte[] bytes() {
        return xml().getBytes(StandardCharsets.UTF_8);
    }
}
