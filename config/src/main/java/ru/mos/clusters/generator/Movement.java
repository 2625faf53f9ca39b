package ru.mos.clusters.generator;

/**
 * How much the register moves between two releases, in parts per thousand. Exact in every full thousand of subjects as
 * long as nobody left before.
 *
 * @param entered new subjects, of the records of the first release
 * @param left of those present
 * @param changed of those present: at least one fact differs
 * @param returned of those who left earlier; they enter anew, with a new date of entry
 */
public record Movement(int entered, int left, int changed, int returned) {
    /** A quiet month. */
    public static final Movement MONTH = new Movement(10, 10, 20, 100);

    /** @throws IllegalArgumentException when a part is outside 0–1000, or more would leave and change than there are */
    public Movement {
        if (Math.min(Math.min(entered, left), Math.min(changed, returned)) < 0
                || Math.max(Math.max(entered, returned), left + changed) > 1000) {
            throw new IllegalArgumentException("Parts per thousand, left and changed together at most 1000: entered "
                    + entered + ", left " + left + ", changed " + changed + ", returned " + returned);
        }
    }
}
