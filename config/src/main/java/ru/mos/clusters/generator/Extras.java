package ru.mos.clusters.generator;

import java.time.LocalDate;
import java.util.List;

/** The rarer parts of a document: licences, partnership programmes, contracts. They never change. */
record Extras(long seed, LocalDate before) {
    private static final List<String> LICENSED = List.of(
            "Деятельность по техническому обслуживанию медицинских изделий",
            "Производство лекарственных средств для медицинского применения",
            "Услуги связи по передаче данных, за исключением услуг связи по передаче данных для целей передачи голоса",
            "Розничная продажа алкогольной продукции, лицензируемая субъектами Российской Федерации",
            "Деятельность в области использования источников ионизирующего излучения (генерирующих)");
    private static final List<String> CUSTOMERS = List.of(
            "ГОСУДАРСТВЕННОЕ БЮДЖЕТНОЕ УЧРЕЖДЕНИЕ \"ГОРОДСКАЯ ПОЛИКЛИНИКА ЯСНОГРАДА\"",
            "АКЦИОНЕРНОЕ ОБЩЕСТВО \"ДАЛЬНОГРАДСКИЕ ЭЛЕКТРОСЕТИ\"",
            "УНИВЕРСИТЕТ ПРИКЛАДНЫХ ИЗМЕРЕНИЙ \"ТОНКОМЕР\"");
    private static final List<String> MATTERS = List.of(
            "Поставка измерительных приборов", "Сопровождение программного обеспечения", "Ремонт & обслуживание");

    void writeLicences(Subject subject, Markup out) {
        Dice dice = dice(Topic.LICENCES, subject);
        int licences = dice.chance(subject.sector() == Sector.OTHER ? 40 : 120) ? 1 + dice.below(2) : 0;
        for (int at = 0; at < licences; at++) {
            LocalDate from = day(dice, 2000);
            out.raw("<СвЛиценз")
                    .attribute(
                            "НомЛиценз",
                            "Л0" + (10 + dice.below(90)) + "-0000" + (1 + dice.below(9)) + "/" + number(dice))
                    .attribute("ДатаЛиценз", from)
                    .attribute("ДатаНачЛиценз", from);
            if (dice.chance(500)) {
                out.attribute("ДатаКонЛиценз", from.plusYears(10));
            }
            out.raw("><НаимЛицВД>").text(dice.pick(LICENSED)).raw("</НаимЛицВД>");
            if (dice.chance(500)) {
                out.raw("<СведАдрЛицВД>")
                        .text("г. Москва, ул. Придуманная, д. " + dice.below(100))
                        .raw("</СведАдрЛицВД>");
            }
            out.raw("</СвЛиценз>");
        }
    }

    void writePartnerships(Subject subject, Markup out) {
        Dice dice = dice(Topic.PARTNERSHIP, subject);
        if (subject.kind() == Kind.LEGAL_ENTITY && dice.chance(5)) {
            int customer = dice.below(CUSTOMERS.size());
            out.raw("<СвПрогПарт")
                    .attribute("НаимЮЛ_ПП", CUSTOMERS.get(customer))
                    .attribute("ИННЮЛ_ПП", inn(customer))
                    .attribute("НомДог", "ПП-" + number(dice))
                    .attribute("ДатаДог", day(dice, 700))
                    .raw("/>");
        }
    }

    void writeContracts(Subject subject, Markup out) {
        Dice dice = dice(Topic.CONTRACTS, subject);
        if (dice.chance(subject.kind() == Kind.LEGAL_ENTITY ? 60 : 15)) {
            int customer = dice.below(CUSTOMERS.size());
            out.raw("<СвКонтр").attribute("НаимЮЛ_ЗК", CUSTOMERS.get(customer)).attribute("ИННЮЛ_ЗК", inn(customer));
            if (dice.chance(800)) {
                out.attribute("ПредмКонтр", dice.pick(MATTERS));
            }
            out.attribute("НомКонтрРеестр", "27700000" + number(dice))
                    .attribute("ДатаКонтр", day(dice, 365))
                    .raw("/>");
        }
        if (dice.chance(subject.kind() == Kind.LEGAL_ENTITY ? 40 : 10)) {
            int customer = dice.below(CUSTOMERS.size());
            out.raw("<СвДог")
                    .attribute("НаимЮЛ_ЗД", CUSTOMERS.get(customer))
                    .attribute("ИННЮЛ_ЗД", inn(customer))
                    .attribute("ПредмДог", dice.pick(MATTERS))
                    .attribute("НомДогРеестр", "57700000" + number(dice))
                    .attribute("ДатаДог", day(dice, 365))
                    .raw("/>");
        }
    }

    private LocalDate day(Dice dice, int back) {
        return before.minusDays(1L + dice.below(back));
    }

    private Dice dice(Topic topic, Subject subject) {
        return Dice.of(seed, topic, subject.slot());
    }

    /** Beyond the numbers of the register's own subjects. */
    private static String inn(int customer) {
        return CheckDigits.innOfEntity("77", 9_990_001 + customer);
    }

    private static String number(Dice dice) {
        return Integer.toString(10_000_000 + dice.below(89_999_999));
    }
}
