package ru.mos.clusters.ownership.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects an address in either classifier of the state into one line. */
final class AddressReader {

    private final Reading reading;
    private final List<String> parts = new ArrayList<>();
    private @Nullable String region;
    private @Nullable String municipality;
    private @Nullable String fias;
    private boolean doubtful;

    AddressReader(Reading reading) {
        this.reading = reading;
    }

    /** Null if the extract shows none. */
    @Nullable
    Address address() {
        return region == null && parts.isEmpty()
                ? null
                : new Address(region, String.join(", ", parts), municipality, fias, doubtful);
    }

    /** A child of {@code СвАдресЮЛ} or {@code СвАдрМЖ}. */
    void element(String name) throws ExtractFault {
        switch (name) {
            case "СвАдрЮЛФИАС", "АдресРФ" -> whole();
            case "СвМНЮЛ" -> {
                if (parts.isEmpty()) {
                    whole();
                }
            }
            case "СвНедАдресЮЛ" -> doubtful = true;
            default -> reading.ignored(name);
        }
    }

    private void whole() throws ExtractFault {
        parts.clear();
        municipality = null;
        fias = reading.walk.attribute("ИдНом");
        String code = reading.walk.attribute("КодРегион");
        region = code == null ? region : code;
        add(reading.walk.attribute("Индекс"));
        List<String> house = new ArrayList<>();
        for (String attribute : List.of("Дом", "Корпус", "Кварт")) {
            String value = reading.walk.attribute(attribute);
            if (value != null) {
                house.add(value);
            }
        }
        reading.walk.children(this::part);
        parts.addAll(house);
    }

    private void part(String name) {
        switch (name) {
            case "Регион" -> {
                if (reading.walk.attribute("НаимРегион") == null) {
                    String code = reading.walk.text();
                    region = code.matches("\\d{2}") ? code : region;
                } else {
                    pair("ТипРегион", "НаимРегион");
                }
            }
            case "НаимРегион" -> add(reading.walk.text());
            case "Район" -> pair("ТипРайон", "НаимРайон");
            case "Город" -> pair("ТипГород", "НаимГород");
            case "НаселПункт" -> pair("ТипНаселПункт", "НаимНаселПункт");
            case "Улица" -> pair("ТипУлица", "НаимУлица");
            case "МуниципРайон" -> {
                municipality = reading.walk.attribute("Наим");
                add(municipality);
            }
            case "ГородСелПоселен" -> add(reading.walk.attribute("Наим"));
            case "НаселенПункт" -> pair("Вид", "Наим");
            case "ЭлПланСтруктур", "ЭлУлДорСети" -> pair("Тип", "Наим");
            case "Здание", "ПомещЗдания", "ПомещКвартиры" -> pair("Тип", "Номер");
            default -> reading.ignored(name);
        }
    }

    private void pair(String kind, String value) {
        String first = reading.walk.attribute(kind);
        String second = reading.walk.attribute(value);
        add(first == null || second == null ? second : first + " " + second);
    }

    private void add(@Nullable String part) {
        if (part != null && !part.isEmpty()) {
            parts.add(part);
        }
    }
}
