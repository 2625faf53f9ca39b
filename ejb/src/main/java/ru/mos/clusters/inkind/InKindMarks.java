package ru.mos.clusters.inkind;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/** How a support was, as its recipient says: marks from 1, bad, to 5, excellent. */
public record InKindMarks(
        int quality, int timeliness, @Nullable String comment) implements java.io.Serializable {

    private static final int BEST = 5;

    /** @throws Problem {@code mark-out-of-range}, {@code text-too-long} */
    public InKindMarks {
        require(quality, "/quality");
        require(timeliness, "/timeliness");
        comment = Text.optional(comment, "/comment");
    }

    private static void require(int mark, String pointer) {
        if (mark < 1 || mark > BEST) {
            throw new Problem(InKindProblem.MARK_OUT_OF_RANGE).at(pointer);
        }
    }
}
