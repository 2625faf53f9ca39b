package ru.mos.clusters.assessment.criteria;

import java.util.List;

/** All sizes that what is known leaves possible, from the least to the most. */
public record SizeRange(SmeSize least, SmeSize most) {

    static final SizeRange ANY = new SizeRange(SmeSize.MICRO, SmeSize.ABOVE_MEDIUM);

    public SizeRange {
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException(least + " to " + most);
        }
    }

    static SizeRange exactly(SmeSize size) {
        return new SizeRange(size, size);
    }

    /** Whether only one is left. */
    public boolean settled() {
        return least == most;
    }

    /** Of two criteria the larger size counts. */
    SizeRange larger(SizeRange other) {
        return new SizeRange(least.larger(other.least), most.larger(other.most));
    }

    /** What either leaves possible. */
    SizeRange or(SizeRange other) {
        return new SizeRange(least.smaller(other.least), most.larger(other.most));
    }

    /**
     * The category after years of these sizes: it moves only as far as all of them lie on its other side.
     *
     * <p>In whole: the category, brought between the least and the most of the years. Each bound of the answer follows from
     * the bounds of what is known, for the larger anything is, the larger the answer.
     */
    SizeRange after(List<SizeRange> years) {
        return new SizeRange(
                least.within(
                        years.stream()
                                .map(SizeRange::least)
                                .reduce(SmeSize::smaller)
                                .orElse(least),
                        years.stream()
                                .map(SizeRange::least)
                                .reduce(SmeSize::larger)
                                .orElse(least)),
                most.within(
                        years.stream()
                                .map(SizeRange::most)
                                .reduce(SmeSize::smaller)
                                .orElse(most),
                        years.stream()
                                .map(SizeRange::most)
                                .reduce(SmeSize::larger)
                                .orElse(most)));
    }
}
