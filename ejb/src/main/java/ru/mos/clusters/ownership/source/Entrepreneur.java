package ru.mos.clusters.ownership.source;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.PartyKind;

/** An extract of EGRIP: the element {@code СвИП}. Nobody owns a person; that it is there proves that somebody looked. */
final class Entrepreneur {

    private final Reading reading;
    private final AddressReader address;
    private String name = "";
    private @Nullable LocalDate ceasedOn;

    private Entrepreneur(Reading reading) {
        this.reading = reading;
        this.address = new AddressReader(reading);
    }

    /** Reads the element at which the walk stands. */
    static Extract read(Reading reading) throws ExtractFault {
        return new Entrepreneur(reading).extract();
    }

    private Extract extract() throws ExtractFault {
        String number = reading.required("ОГРНИП");
        reading.subject(number);
        String inn = Numbers.inn("ИННФЛ", reading.walk.attribute("ИННФЛ"), 12);
        String ogrn = Numbers.ogrn("ОГРНИП", number);
        String opf = reading.walk.attribute("КодВидИП");
        LocalDate on = LegalEntity.madeOn(reading);
        reading.walk.children(this::element);
        return new Extract(
                reading.document(),
                new PartyRef(PartyKind.PERSON, inn, ogrn, null, name, null, null),
                null,
                opf,
                false,
                on,
                ceasedOn,
                List.of(),
                null,
                null,
                false,
                address.address(),
                List.of(),
                reading.remarks(),
                reading.line());
    }

    private void element(String element) throws ExtractFault {
        switch (element) {
            case "СвФЛ" -> {
                var person = new PartyReader(reading, PartyKind.PERSON);
                person.element("СвФЛ");
                name = person.party().name();
                reading.walk.children(this::names);
            }
            case "СвАдрМЖ" -> reading.walk.children(address::element);
            case "СвПрекращ" ->
                reading.walk.children(child -> {
                    LocalDate day = reading.date("ДатаПрекращ");
                    ceasedOn = day == null ? ceasedOn : day;
                });
            default -> reading.ignored(element);
        }
    }

    private void names(String element) throws ExtractFault {
        if (element.equals("ФИОРус")) {
            var person = new PartyReader(reading, PartyKind.PERSON);
            person.element("СвФЛ");
            name = person.party().name();
        } else {
            reading.ignored(element);
        }
    }
}
