package ru.mos.clusters.ownership.graph;

import ru.mos.clusters.platform.Fraction;

/**
 * Which law's definition of a link, with its figures. All thresholds are "more than".
 *
 * @param holdingAbove votes of a group in a company (AFFILIATION) or the effective share (INTERDEPENDENCE)
 * @param controlAbove votes by which a group takes in a company; half or more, so that only one group can
 * @param commonHolder whether somebody who holds more than {@code commonHolderAbove} of both links them
 * @param commonExecutive whether an executive of one (or its group) on the board of the other links them
 * @param commonBoardMember whether one common member of both boards links them
 * @param ignorePublicBodies whether the state connects nobody
 * @param depth how many steps upwards are looked at; what lies beyond is missing, not absent
 * @param workLimit how many facts may be looked at for one question; beyond it the answer is "not determined"
 */
public record Profile(
        String code,
        Law law,
        Fraction holdingAbove,
        Fraction controlAbove,
        boolean commonHolder,
        Fraction commonHolderAbove,
        boolean commonExecutive,
        boolean commonBoardMember,
        boolean ignorePublicBodies,
        int depth,
        long workLimit) {

    /** What kind of test the law makes. */
    public enum Law {
        /** 948-1 art. 4: the group, and holdings of the group that are not passed on. */
        AFFILIATION,
        /** 135-ФЗ art. 9: the group alone. */
        GROUP,
        /** Tax Code art. 105.1: effective shares, bodies and relatives; nothing is passed on. */
        INTERDEPENDENCE
    }

    private static final int DEPTH = 100;
    private static final long WORK_LIMIT = 5_000_000;
    private static final Fraction HALF = Fraction.of(1, 2);
    private static final Fraction QUARTER = Fraction.of(1, 4);
    private static final Fraction FIFTH = Fraction.of(1, 5);

    /** The default. 948-1 names the group of persons among the affiliated, so that GROUP_135 is contained in it. */
    public static final Profile AFF_948 =
            new Profile("AFF_948", Law.AFFILIATION, FIFTH, HALF, false, QUARTER, true, false, true, DEPTH, WORK_LIMIT);

    public static final Profile GROUP_135 =
            new Profile("GROUP_135", Law.GROUP, HALF, HALF, false, QUARTER, false, false, true, DEPTH, WORK_LIMIT);

    public static final Profile INTERDEP_105 = new Profile(
            "INTERDEP_105", Law.INTERDEPENDENCE, QUARTER, HALF, true, QUARTER, true, false, true, DEPTH, WORK_LIMIT);

    /** @throws IllegalArgumentException for a threshold of control below one half */
    public Profile {
        if (HALF.exceeds(controlAbove)) {
            throw new IllegalArgumentException("two groups could control one company above " + controlAbove);
        }
    }

    public Profile thresholds(Fraction holding, Fraction control, Fraction common) {
        return new Profile(
                code,
                law,
                holding,
                control,
                commonHolder,
                common,
                commonExecutive,
                commonBoardMember,
                ignorePublicBodies,
                depth,
                workLimit);
    }

    public Profile readings(boolean holder, boolean executive, boolean boardMember, boolean ignorePublic) {
        return new Profile(
                code,
                law,
                holdingAbove,
                controlAbove,
                holder,
                commonHolderAbove,
                executive,
                boardMember,
                ignorePublic,
                depth,
                workLimit);
    }

    public Profile limits(int steps, long work) {
        return new Profile(
                code,
                law,
                holdingAbove,
                controlAbove,
                commonHolder,
                commonHolderAbove,
                commonExecutive,
                commonBoardMember,
                ignorePublicBodies,
                steps,
                work);
    }
}
