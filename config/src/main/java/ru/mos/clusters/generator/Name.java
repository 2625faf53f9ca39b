package ru.mos.clusters.generator;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An invented name. Its core is two roots that nobody joins in life: "ТИХОКЛЁН", "ЗВЕЗДОБЕРЕГ". */
sealed interface Name {

    /** Full name, and the short one that a few organisations lack. */
    record OfOrganisation(String full, @Nullable String brief) implements Name {}

    /** Not everyone has a patronymic. */
    record OfPerson(String surname, String first, @Nullable String patronymic) implements Name {}

    /** Name of an organisation that fits its trade; hard cases (quotes, ampersands, ё, great length) among them. */
    static OfOrganisation ofOrganisation(Sector sector, Dice dice) {
        int form = dice.below(100);
        String core = Roots.core(sector, dice);
        if (form < 90) {
            return inForm("ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ", "ООО", core, dice);
        }
        return form < 97
                ? inForm("АКЦИОНЕРНОЕ ОБЩЕСТВО", "АО", core, dice)
                : inForm("ПРОИЗВОДСТВЕННЫЙ КООПЕРАТИВ", "ПК", core, dice);
    }

    private static OfOrganisation inForm(String full, String brief, String core, Dice dice) {
        int lot = dice.below(1000);
        String quoted = lot < 30 ? "«" + core + "»" : "\"" + core + "\"";
        return new OfOrganisation(full + " " + quoted, lot > 978 ? null : brief + " " + quoted);
    }

    /** Common first name, invented surname. */
    static OfPerson ofPerson(Dice dice) {
        String surname = dice.pick(Roots.FIRST) + dice.pick(Roots.SECOND) + "ОВ";
        boolean patronymic = !dice.chance(13);
        if (dice.chance(550)) {
            return new OfPerson(surname, dice.pick(Roots.MEN), patronymic ? dice.pick(Roots.FATHERS) + "ИЧ" : null);
        }
        return new OfPerson(surname + "А", dice.pick(Roots.WOMEN), patronymic ? dice.pick(Roots.FATHERS) + "НА" : null);
    }

    /** The material of names. */
    final class Roots {
        static final List<String> FIRST = List.of(
                "ЯСНО", "ТИХО", "ЗЕЛЕНО", "ДАЛЬНО", "СЕВЕРО", "БЕЛО", "СВЕТЛО", "ВЕСЕЛО", "КРАСНО", "НОВО", "СТАРО",
                "ЧИСТО", "МИРО", "ЛЬДО", "ЗВЕЗДО", "ЗЛАТО", "ТОНКО", "БЫСТРО", "ВЕРНО", "РОВНО");
        static final List<String> SECOND = List.of(
                "ЛУЧ", "ГРАД", "БЕРЕГ", "ЦВЕТ", "ХОД", "МЕР", "ВЕС", "ЗВОН", "КРАЙ", "ВЕД", "ТОН", "ЛЁТ", "БОР", "ДОМ",
                "СТАН", "КЛЁН", "ЛЕН", "САД", "ПЛЁС", "РУЧЕЙ");
        static final List<String> MEN = List.of(
                "АЛЕКСАНДР", "АНДРЕЙ", "ВИКТОР", "ДМИТРИЙ", "ИВАН", "ИГОРЬ", "МАКСИМ", "ПЁТР", "СЕРГЕЙ", "СЕМЁН");
        static final List<String> WOMEN =
                List.of("АННА", "АЛЁНА", "ВЕРА", "ЕЛЕНА", "ИРИНА", "МАРИЯ", "НАДЕЖДА", "НАТАЛЬЯ", "ОЛЬГА", "ТАТЬЯНА");
        static final List<String> FATHERS = List.of(
                "АЛЕКСАНДРОВ", "АНДРЕЕВ", "ВИКТОРОВ", "ИВАНОВ", "МАКСИМОВ", "ПЕТРОВ", "СЕРГЕЕВ", "СЕМЁНОВ", "ФЁДОРОВ");
        private static final List<String> COMPANIES = List.of(
                "", "", "", "ТОРГОВЫЙ ДОМ ", "КОМПАНИЯ ", "МАСТЕРСКАЯ ", "СТРОИТЕЛЬНАЯ АРТЕЛЬ ", "СЕМЕЙНАЯ ПЕКАРНЯ ");
        private static final List<String> WORKS = List.of(
                "",
                "",
                "НАУЧНО-ПРОИЗВОДСТВЕННОЕ ПРЕДПРИЯТИЕ ",
                "НПП ",
                "НТЦ ",
                "ЛАБОРАТОРИЯ ",
                "КОНСТРУКТОРСКОЕ БЮРО ",
                "ОПЫТНЫЙ ЗАВОД ",
                "МАЛОЕ ИННОВАЦИОННОЕ ПРЕДПРИЯТИЕ ");
        private static final String LONG =
                "НАУЧНО-ИССЛЕДОВАТЕЛЬСКИЙ И ПРОЕКТНО-КОНСТРУКТОРСКИЙ ЦЕНТР РАЗВИТИЯ ПЕРСПЕКТИВНЫХ ТЕХНОЛОГИЙ, "
                        + "ВНЕДРЕНИЯ РЕЗУЛЬТАТОВ ИНТЕЛЛЕКТУАЛЬНОЙ ДЕЯТЕЛЬНОСТИ И ПОДГОТОВКИ КАДРОВ ДЛЯ "
                        + "ПРЕДПРИЯТИЙ ПРОМЫШЛЕННОГО КЛАСТЕРА ";

        private Roots() {}

        static String core(Sector sector, Dice dice) {
            String root = dice.pick(FIRST) + dice.pick(SECOND);
            String trade = (sector == Sector.OTHER ? dice.pick(COMPANIES) : dice.pick(WORKS))
                    + root
                    + dice.pick(List.of("-", " ", ""))
                    + dice.pick(endings(sector));
            int lot = dice.below(1000);
            if (lot < 40) {
                return "ГРУППА \"" + trade + "\"";
            }
            if (lot < 70) {
                return trade + " & КО";
            }
            if (lot < 90) {
                return LONG + trade;
            }
            if (lot < 110) {
                return trade.toLowerCase(Locale.ROOT);
            }
            if (lot < 130) {
                return trade + "'" + dice.below(100) + " LAB <" + root.charAt(0) + ">";
            }
            return lot < 250 ? trade + " " + (2 + dice.below(98)) : trade;
        }

        private static List<String> endings(Sector sector) {
            return switch (sector) {
                case IT -> List.of("СОФТ", "ДАТА", "КОД", "ЦИФРА", "ИНФОРМ", "СИСТЕМЫ", "АЛГОРИТМ");
                case MEDTECH -> List.of("МЕД", "МЕДТЕХНИКА", "ДИАГНОСТИКА", "РЕНТГЕН", "КАРДИО", "ПРОТЕЗ");
                case BIOPHARMA -> List.of("БИО", "ФАРМ", "ГЕН", "ВАКЦИНА", "СИНТЕЗ", "БИОТЕХ");
                case COMMUNICATIONS -> List.of("СВЯЗЬ", "ТЕЛЕКОМ", "РАДИО", "АНТЕННА", "ВОЛНА", "СИГНАЛ");
                case INSTRUMENTS -> List.of("ПРИБОР", "МЕТРИКА", "ДАТЧИК", "ИЗМЕРИТЕЛЬ", "ЭТАЛОН", "КОНТРОЛЬ");
                case OTHER -> List.of("СТРОЙ", "ТОРГ", "СЕРВИС", "ТРАНС", "УЮТ", "ХЛЕБ", "МЕБЕЛЬ", "ПЛЮС", "ПРОЕКТ");
            };
        }
    }
}
