package ru.mos.clusters.generator;

import java.util.List;

/** The sectors of the cluster policy, and all other trades. */
enum Sector {
    IT,
    MEDTECH,
    BIOPHARMA,
    COMMUNICATIONS,
    INSTRUMENTS,
    OTHER;

    /** Far more of the five sectors than in life, where a sample of thousands has none of the three rarest. */
    static Sector of(Dice dice) {
        int lot = dice.below(100);
        if (lot >= 22) {
            return OTHER;
        }
        return lot < 10 ? IT : dice.pick(List.of(MEDTECH, BIOPHARMA, COMMUNICATIONS, INSTRUMENTS));
    }
}
