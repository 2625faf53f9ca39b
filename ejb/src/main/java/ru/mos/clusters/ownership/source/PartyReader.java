package ru.mos.clusters.ownership.source;

import static ru.mos.clusters.ownership.OwnershipProblem.PARTY_NUMBER_WRONG;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Ogrn;
import ru.mos.clusters.platform.Problem;

/** Collects from the elements of a founder, an executive or a trustee who that is. */
final class PartyReader {

    private final Reading reading;
    private PartyKind kind;
    private @Nullable String inn;
    private @Nullable String ogrn;
    private @Nullable String record;
    private String name = "";
    private @Nullable String country;
    private @Nullable LocalDate born;

    PartyReader(Reading reading, PartyKind kind) {
        this.reading = reading;
        this.kind = kind;
    }

    PartyRef party() {
        return new PartyRef(kind, inn, ogrn, record, name, country, born);
    }

    /** @return whether the element says who it is; then it was read */
    boolean element(String element) throws ExtractFault {
        switch (element) {
            case "НаимИННЮЛ", "НаимИННДовУпр", "УпрКомпПиф" -> organisation();
            case "СвНаимЮЛПолнИн" -> name = name.isEmpty() ? attribute("НаимПолн") : name;
            case "СвРегИн" -> abroad();
            case "СвФЛ" -> person();
            case "СвФИОЗАГС" -> name = name.isEmpty() ? fullName() : name;
            case "СвРождФЛ" -> born();
            case "СвГраждФЛ" -> country = reading.walk.attribute("ОКСМ");
            case "ВидНаимУчр" -> publicBody();
            case "СвНаимПИФ" -> {
                name = attribute("НаимПИФ");
                record = "fund:" + name.toLowerCase(Locale.ROOT);
            }
            case "ИнПрДогИнвТов" -> {
                name = attribute("НаимДог");
                record = "deed:" + attribute("НомерДог");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Attributes {@code ОГРН}, {@code ИНН} and {@code НаимЮЛПолн} of the element itself. */
    void organisation() {
        name = attribute("НаимЮЛПолн");
        inn = inn("ИНН", 10);
        ogrn("ОГРН");
    }

    /** The number of an entrepreneur, where the element has one. */
    void entrepreneur() {
        if (reading.walk.attribute("ОГРНИП") != null) {
            ogrn("ОГРНИП");
        }
    }

    private void person() {
        name = fullName();
        inn = inn("ИННФЛ", 12);
    }

    private void abroad() {
        kind = PartyKind.FOREIGN_ENTITY;
        country = reading.walk.attribute("ОКСМ");
        String number = reading.walk.attribute("РегНомер");
        if (number == null) {
            number = reading.walk.attribute("КодНПСтрРег");
        }
        if (number != null && country != null) {
            record = "reg:" + country + ":" + number.toLowerCase(Locale.ROOT);
        }
    }

    private void born() {
        String whole = reading.walk.attribute("ПрДатаРожд");
        String date = reading.walk.attribute("ДатаРожд");
        born = date == null || (whole != null && !whole.equals("1")) ? null : Reading.parsed(date);
    }

    private void publicBody() {
        String code = attribute("КодУчрРФСубМО");
        String region = attribute("КодРегион");
        String municipality = attribute("НаимМО");
        switch (code) {
            case "1" -> {
                name = "РОССИЙСКАЯ ФЕДЕРАЦИЯ";
                record = "ru";
            }
            case "2" -> {
                name = attribute("НаимРегион");
                record = region.isEmpty() ? null : "ru-" + region;
            }
            default -> {
                name = municipality.isEmpty() ? attribute("НаимРегион") : municipality;
                record = name.isEmpty() ? null : "ru-" + region + "/" + name.toLowerCase(Locale.ROOT);
            }
        }
    }

    private String attribute(String attribute) {
        String value = reading.walk.attribute(attribute);
        return value == null ? "" : value;
    }

    private String fullName() {
        return Stream.of("Фамилия", "Имя", "Отчество")
                .map(this::attribute)
                .filter(part -> !part.isEmpty() && !part.equals("-"))
                .collect(Collectors.joining(" "));
    }

    private @Nullable String inn(String attribute, int length) {
        String digits = reading.walk.attribute(attribute);
        if (digits == null) {
            return inn;
        }
        try {
            if (digits.length() == length) {
                return new Inn(digits).digits();
            }
        } catch (Problem wrong) {
            // answered below
        }
        reading.remark(PARTY_NUMBER_WRONG, attribute, digits, name);
        return null;
    }

    private void ogrn(String attribute) {
        String digits = reading.walk.attribute(attribute);
        if (digits == null) {
            return;
        }
        try {
            ogrn = new Ogrn(digits).digits();
        } catch (Problem wrong) {
            reading.remark(PARTY_NUMBER_WRONG, attribute, digits, name);
        }
    }
}
