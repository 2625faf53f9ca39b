package ru.mos.clusters.generator;

import java.util.ArrayList;
import java.util.List;

/** Region and settlement, in one of the many spellings that stand side by side in the real register. */
record Place(String region, List<Part> parts) {
    private static final String MOSCOW = "77";
    private static final List<List<Place>> REGIONS = List.of(
            spelled(
                    MOSCOW,
                    "Регион Г МОСКВА",
                    "Регион ГОРОД МОСКВА",
                    "Регион Город Москва",
                    "Регион Г. МОСКВА",
                    "Регион ГОРОД МОСКВА/Город ГОРОД ТРОИЦК",
                    "Регион Г МОСКВА/НаселПункт ДЕРЕВНЯ СОСЕНКИ"),
            spelled(
                    "50",
                    "Регион ОБЛАСТЬ МОСКОВСКАЯ/Город ГОРОД ДУБНА",
                    "Регион ОБЛ МОСКОВСКАЯ/Город Г ХИМКИ",
                    "Регион Область Московская/Город Город Пущино"),
            spelled("78", "Регион Г САНКТ-ПЕТЕРБУРГ", "Регион Город Санкт-Петербург"),
            spelled("16", "Регион РЕСП ТАТАРСТАН/Город Г ИННОПОЛИС", "Регион Республика Татарстан/Город Город Казань"),
            spelled("40", "Регион ОБЛАСТЬ КАЛУЖСКАЯ/Город ГОРОД ОБНИНСК"),
            spelled(
                    "52",
                    "Регион ОБЛАСТЬ НИЖЕГОРОДСКАЯ/Район РАЙОН УРЕНСКИЙ/НаселПункт ПОСЕЛОК АРЬЯ",
                    "Регион Область Нижегородская/Город Город Саров"),
            spelled("54", "Регион ОБЛ. НОВОСИБИРСКАЯ/НаселПункт РАБОЧИЙ_ПОСЕЛОК КОЛЬЦОВО"),
            spelled("59", "Регион КРАЙ ПЕРМСКИЙ/Город ГОРОД ПЕРМЬ", "Регион Край Пермский/Район Район Оханский"),
            spelled("63", "Регион ОБЛАСТЬ САМАРСКАЯ/Город ГОРОД ТОЛЬЯТТИ"),
            spelled("89", "Регион АВТОНОМНЫЙ_ОКРУГ ЯМАЛО-НЕНЕЦКИЙ/Город ГОРОД САЛЕХАРД"));

    /** {@code element}: Регион, Район, Город, НаселПункт. */
    record Part(String element, String type, String name) {}

    /** Seven of ten in Moscow; each move leads to another region. */
    static Place of(Dice dice, int moves) {
        int region = dice.chance(700) ? 0 : 1 + dice.below(REGIONS.size() - 1);
        return dice.pick(REGIONS.get((region + moves) % REGIONS.size()));
    }

    void write(Markup out, String element) {
        out.raw("<").raw(element).attribute("КодРегион", region).raw(">");
        for (Part part : parts) {
            out.raw("<")
                    .raw(part.element)
                    .attribute("Тип", part.type)
                    .attribute("Наим", part.name)
                    .raw("/>");
        }
        out.raw("</").raw(element).raw(">");
    }

    private static List<Place> spelled(String region, String... spellings) {
        List<Place> places = new ArrayList<>();
        for (String spelling : spellings) {
            places.add(new Place(region, parts(spelling)));
        }
        return places;
    }

    /** "Регион ГОРОД МОСКВА/Город ГОРОД ТРОИЦК": element, type (with _ for a space) and name of each part. */
    private static List<Part> parts(String spelling) {
        List<Part> parts = new ArrayList<>();
        for (String part : spelling.split("/")) {
            String[] words = part.split(" ", 3);
            parts.add(new Part(words[0], words[1].replace('_', ' '), words[2]));
        }
        return parts;
    }
}
