package ru.mos.clusters.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Extracts of the state register of legal entities in format 4.08, of companies whose owners and executives one names oneself:
 *
 * <pre>{@code
 * var anna = EgrulExtracts.person(1, 17);
 * var boris = EgrulExtracts.person(1, 18);
 * new EgrulExtracts(today)
 *         .company(inn, ogrn, "ООО \"ПРИБОР\"", founded, anna, List.of(share(anna, "79", sold), share(boris, "21", sold)))
 *         .writeTo(Path.of("extracts.xml"));
 * }</pre>
 */
public final class EgrulExtracts {

    /** Who holds or directs: a person, or a company where {@code ogrn} is given. */
    public record Party(
            String inn,
            @Nullable String ogrn,
            String name,
            String first,
            @Nullable String patronymic) {}

    /**
     * A part of the capital.
     *
     * @param percent as the register writes it, at most 15 decimals
     * @param since the day of its record
     */
    public record Share(Party owner, String percent, LocalDate since) {}

    private static final BigDecimal CAPITAL = new BigDecimal("100000");

    private final LocalDate madeOn;
    private final Markup documents = new Markup();
    private int count;

    /** @param madeOn {@code ДатаВып}: the day on which the register was asked */
    public EgrulExtracts(LocalDate madeOn) {
        this.madeOn = madeOn;
    }

    /** An invented person with a taxpayer number of Moscow. */
    public static Party person(long seed, int number) {
        var name = Name.ofPerson(Dice.of(seed, Topic.OWNER, number));
        return new Party(
                CheckDigits.innOfPerson("77", 50_000_000 + number),
                null,
                name.surname(),
                name.first(),
                name.patronymic());
    }

    /** A company as an owner. */
    public static Party company(String inn, String ogrn, String name) {
        return new Party(inn, ogrn, name, "", null);
    }

    /** A registration number for a company that has none of its own. */
    public static String ogrn(int sequence) {
        return CheckDigits.ogrn(2015, "77", sequence);
    }

    /** Adds the extract of a company. */
    public EgrulExtracts company(
            String inn, String ogrn, String name, LocalDate founded, Party executive, List<Share> shares) {
        count++;
        documents
                .raw("<Документ")
                .attribute(
                        "ИдДок",
                        Dice.of(madeOn.toEpochDay(), Topic.OWNER, count, 1)
                                .guid()
                                .toString())
                .raw("><СвЮЛ")
                .attribute("ДатаВып", madeOn.toString())
                .attribute("ОГРН", ogrn)
                .attribute("ДатаОГРН", founded.toString())
                .attribute("ИНН", inn)
                .attribute("КПП", inn.substring(0, 4) + "01001")
                .raw(" СпрОПФ=\"ОКОПФ\" КодОПФ=\"12300\" ПолнНаимОПФ=\"Общества с ограниченной ответственностью\">");
        documents.raw("<СвНаимЮЛ").attribute("НаимЮЛПолн", name).raw(">");
        record(founded).raw("</СвНаимЮЛ><СвАдресЮЛ ВидАдрКлассиф=\"2\"><СвАдрЮЛФИАС");
        documents
                .attribute("ИдНом", "00000000-0000-4000-8000-000000000001")
                .raw(" Индекс=\"101000\"><Регион>77</Регион><НаимРегион>Г.МОСКВА</НаимРегион>")
                .raw("<МуниципРайон ВидКод=\"3\" Наим=\"МУНИЦИПАЛЬНЫЙ ОКРУГ ПРИМЕРНЫЙ\"/>");
        record(founded).raw("</СвАдрЮЛФИАС></СвАдресЮЛ><СвОбрЮЛ");
        documents
                .attribute("ОГРН", ogrn)
                .attribute("ДатаОГРН", founded.toString())
                .raw("><СпОбрЮЛ КодСпОбрЮЛ=\"01\" НаимСпОбрЮЛ=\"Создание юридического лица\"/>");
        record(founded).raw("</СвОбрЮЛ><СвРегОрг КодНО=\"7746\" НаимНО=\"Инспекция № 46 по г. Москве\">");
        record(founded).raw("</СвРегОрг><СвУстКап НаимВидКап=\"УСТАВНЫЙ КАПИТАЛ\"");
        documents.attribute("СумКап", CAPITAL.toPlainString()).raw(">");
        record(founded).raw("</СвУстКап>");
        executive(executive, founded);
        documents.raw("<СвУчредит>");
        shares.stream().filter(share -> share.owner().ogrn() != null).forEach(this::companyShare);
        shares.stream().filter(share -> share.owner().ogrn() == null).forEach(this::personShare);
        documents
                .raw("</СвУчредит><СвЗапЕГРЮЛ ИдЗап=\"1\"")
                .attribute("ГРН", ogrn)
                .attribute("ДатаЗап", founded.toString())
                .raw("><ВидЗап КодСПВЗ=\"11201\" НаимВидЗап=\"Создание юридического лица\"/>")
                .raw(
                        "<СвРегОрг КодНО=\"7746\" НаимНО=\"Инспекция № 46 по г. Москве\"/></СвЗапЕГРЮЛ></СвЮЛ></Документ>\n");
        return this;
    }

    private void executive(Party executive, LocalDate since) {
        documents.raw("<СведДолжнФЛ>");
        first(since);
        person(executive, since);
        documents.raw("<СвДолжн ВидДолжн=\"02\" НаимВидДолжн=\"Руководитель юридического лица\""
                + " НаимДолжн=\"ГЕНЕРАЛЬНЫЙ ДИРЕКТОР\">");
        record(since).raw("</СвДолжн></СведДолжнФЛ>");
    }

    private void companyShare(Share share) {
        documents.raw("<УчрЮЛРос>");
        first(share.since());
        documents
                .raw("<НаимИННЮЛ")
                .attribute("ОГРН", String.valueOf(share.owner().ogrn()))
                .attribute("ИНН", share.owner().inn())
                .attribute("НаимЮЛПолн", share.owner().name())
                .raw(">");
        record(share.since()).raw("</НаимИННЮЛ>");
        size(share);
        documents.raw("</УчрЮЛРос>");
    }

    private void personShare(Share share) {
        documents.raw("<УчрФЛ>");
        first(share.since());
        person(share.owner(), share.since());
        size(share);
        documents.raw("</УчрФЛ>");
    }

    private void size(Share share) {
        var nominal = CAPITAL.multiply(new BigDecimal(share.percent())).movePointLeft(2);
        documents
                .raw("<ДоляУстКап")
                .attribute(
                        "НоминСтоим",
                        nominal.setScale(2, java.math.RoundingMode.HALF_UP).toPlainString())
                .raw("><РазмерДоли><Процент>")
                .raw(share.percent())
                .raw("</Процент></РазмерДоли>");
        record(share.since()).raw("</ДоляУстКап>");
    }

    private void person(Party person, LocalDate since) {
        documents.raw("<СвФЛ").attribute("Фамилия", person.name()).attribute("Имя", person.first());
        if (person.patronymic() != null) {
            documents.attribute("Отчество", person.patronymic());
        }
        documents.attribute("ИННФЛ", person.inn()).raw(">");
        record(since).raw("</СвФЛ>");
    }

    private void first(LocalDate since) {
        documents
                .raw("<ГРНДатаПерв")
                .attribute("ГРН", number(since))
                .attribute("ДатаЗаписи", since.toString())
                .raw("/>");
    }

    private Markup record(LocalDate since) {
        return documents
                .raw("<ГРНДата")
                .attribute("ГРН", number(since))
                .attribute("ДатаЗаписи", since.toString())
                .raw("/>");
    }

    /** Of a record of the day; the same for all of them. */
    private static String number(LocalDate since) {
        var digits = "2%02d77%07d".formatted(since.getYear() % 100, since.toEpochDay());
        return digits + Long.parseLong(digits) % 11 % 10;
    }

    /** Writes one file in UTF-8. */
    public void writeTo(Path target) throws IOException {
        Files.write(target, toString().getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Файл ИдФайл=\"VO_RUGFO_0000_9965_"
                + madeOn.toString().replace("-", "")
                + "_1\" ВерсФорм=\"4.08\" ТипИнф=\"ЕГРЮЛ_ОТКР_СВЕД\" ВерсПрог=\"ПРИМЕР\" КолДок=\""
                + count
                + "\">\n<ИдОтпр><ФИООтв Фамилия=\"-\" Имя=\"-\"/></ИдОтпр>\n"
                + documents
                + "</Файл>\n";
    }
}
