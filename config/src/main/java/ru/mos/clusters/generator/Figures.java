package ru.mos.clusters.generator;

import java.time.LocalDate;

/** What a yearly file tells of legal entities. */
enum Figures {
    HEADCOUNT("VO_OTKRDAN3_9965_9965", "ОТКРДАННЫЕ3", "20200408") {
        /** Of a thousand, four hundred state nobody: zero is said, and differs from silence. */
        @Override
        void write(Population population, int slot, int year, Markup out) {
            Dice dice = Dice.of(population.seed(), Topic.FIGURES, slot, year);
            int base = population.headcount(slot, Kind.LEGAL_ENTITY);
            int headcount = base < 2 ? base : Math.max(1, base - 3 + dice.below(7));
            out.raw("<СведССЧР")
                    .attribute("КолРаб", Integer.toString(headcount))
                    .raw("/>");
        }
    },
    INCOME("VO_OTKRDAN5_9965_9965", "ОТКРДАННЫЕ5", "20180110") {
        /** Whole thousands, below the ceiling of the category; four of ten had neither income nor expenses. */
        @Override
        void write(Population population, int slot, int year, Markup out) {
            Dice dice = Dice.of(population.seed(), Topic.FIGURES, slot, -year);
            int staff = population.headcount(slot, Kind.LEGAL_ENTITY);
            int thousands = staff < 2 && dice.chance(800) ? 0 : (1 + staff) * (500 + dice.below(5500));
            int spent = (int) (thousands * (600L + dice.below(500)) / 1000);
            out.raw("<СведДохРасх")
                    .attribute("СумДоход", roubles(thousands))
                    .attribute("СумРасход", roubles(spent))
                    .raw("/>");
        }
    };

    final String prefix;
    final String information;
    final String structure;

    Figures(String prefix, String information, String structure) {
        this.prefix = prefix;
        this.information = information;
        this.structure = structure;
    }

    abstract void write(Population population, int slot, int year, Markup out);

    /** They are published on the 25th of December after the year they tell of. */
    static LocalDate publishedOn(int year) {
        return LocalDate.of(year + 1, 12, 25);
    }

    private static String roubles(int thousands) {
        return thousands == 0 ? "0.00" : thousands + "000.00";
    }
}
