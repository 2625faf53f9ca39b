package ru.mos.clusters.generator;

import java.util.List;
import java.util.stream.IntStream;

/** A product declared as the enterprise's own, by code of ОКПД2; {@code mark} 1: innovative or high-tech, 2: not. */
record Product(String code, String name, String mark) {
    private static final List<Product> ALL = List.of(
            new Product("62.01.29.000", "Оригиналы программного обеспечения прочие", "1"),
            new Product("58.29.29.000", "Обеспечение программное прикладное прочее на электронном носителе", "1"),
            new Product("26.60.12.119", "Аппараты электродиагностические прочие", "1"),
            new Product("32.50.13.190", "Инструменты и приспособления, применяемые в медицинских целях, прочие", "2"),
            new Product("21.20.10.190", "Препараты лекарственные прочие", "1"),
            new Product("21.10.60.190", "Субстанции фармацевтические прочие", "1"),
            new Product("26.30.11.190", "Аппаратура коммуникационная передающая прочая", "1"),
            new Product("26.30.40.110", "Антенны и отражатели антенные всех видов и их части", "2"),
            new Product("26.51.43.119", "Приборы для измерения электрических величин прочие", "1"),
            new Product("26.51.66.190", "Инструменты, приборы и машины для измерения или контроля прочие", "2"),
            new Product("43.3", "Работы завершающие и отделочные в зданиях и сооружениях", "2"),
            new Product("10.71.11", "Изделия хлебобулочные недлительного хранения", "2"),
            new Product("16.23.19", "Изделия деревянные строительные и столярные прочие", "2"));

    /** Distinct ones; a longer list begins with the shorter one. */
    static List<Product> some(Sector sector, Dice dice, int added) {
        int own = dice.chance(sector == Sector.OTHER ? 8 : 250) ? 1 + dice.below(3) : 0;
        int first =
                switch (sector) {
                    case IT -> 0;
                    case MEDTECH -> 2;
                    case BIOPHARMA -> 4;
                    case COMMUNICATIONS -> 6;
                    case INSTRUMENTS -> 8;
                    case OTHER -> 10;
                };
        return IntStream.range(0, Math.min(own + added, ALL.size()))
                .mapToObj(at -> ALL.get((first + at) % ALL.size()))
                .toList();
    }
}
