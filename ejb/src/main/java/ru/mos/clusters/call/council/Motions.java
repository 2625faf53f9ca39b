package ru.mos.clusters.call.council;

import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.SittingStore.Item;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/** What a motion must say: an award its sum and money, a refusal its ground, and all others why. */
final class Motions {

    private Motions() {}

    /**
     * The motion as it may be voted on.
     *
     * @throws Problem {@code motion-of-other-body}, {@code motion-sum-missing}, {@code motion-sum-not-positive}, {@code
     *     motion-beyond-asked}, {@code motion-ground-missing}, {@code motion-reason-missing}, {@code
     *     motion-departure-missing}
     */
    static MakeMotion stated(MakeMotion given, BodyKind body, Item item) {
        if (given.motion().body() != body) {
            throw new Problem(CouncilProblem.MOTION_OF_OTHER_BODY).at("/motion");
        }
        var motion = stripped(given);
        requireSum(motion, item);
        boolean refusal = motion.motion() == Motion.REFUSE;
        boolean grounded = motion.act() != null && motion.actEdition() != null && motion.paragraph() != null;
        if (refusal && (!grounded || motion.reason() == null)) {
            throw new Problem(CouncilProblem.MOTION_GROUND_MISSING).at(grounded ? "/reason" : "/act");
        }
        if (!refusal && motion.motion() != Motion.AWARD && motion.reason() == null) {
            throw new Problem(CouncilProblem.MOTION_REASON_MISSING).at("/reason");
        }
        if (departs(motion.motion(), item.recommended()) && motion.departure() == null) {
            throw new Problem(CouncilProblem.MOTION_DEPARTURE_MISSING).at("/departure");
        }
        return motion;
    }

    /** The reserve departs from nothing the council recommended: it lacks money, not merit. */
    static boolean departs(Motion motion, @Nullable Motion recommended) {
        return (recommended == Motion.RECOMMEND && motion == Motion.REFUSE)
                || (recommended == Motion.NOT_RECOMMEND && (motion == Motion.AWARD || motion == Motion.RESERVE));
    }

    private static void requireSum(MakeMotion motion, Item item) {
        boolean award = motion.motion() == Motion.AWARD;
        var amount = motion.amount();
        boolean whole = amount != null && motion.year() != null && motion.kbk() != null;
        boolean none = amount == null && motion.year() == null && motion.kbk() == null;
        if (award ? !whole : !none) {
            throw new Problem(CouncilProblem.MOTION_SUM_MISSING).at("/amount");
        }
        if (amount != null
                && (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 2)) {
            throw new Problem(CouncilProblem.MOTION_SUM_NOT_POSITIVE).at("/amount");
        }
        if (amount != null && amount.compareTo(item.asked()) > 0) {
            throw new Problem(CouncilProblem.MOTION_BEYOND_ASKED, item.asked()).at("/amount");
        }
    }

    private static MakeMotion stripped(MakeMotion motion) {
        var amount = motion.amount();
        return new MakeMotion(
                motion.motion(),
                amount != null && amount.stripTrailingZeros().scale() <= 2
                        ? amount.setScale(2, RoundingMode.UNNECESSARY)
                        : amount,
                motion.year(),
                motion.kbk() == null ? null : Text.optional(motion.kbk().replaceAll("[\\s\\u00a0-]", ""), "/kbk"),
                Text.optional(motion.reason(), "/reason"),
                Text.optional(motion.act(), "/act"),
                motion.actEdition(),
                Text.optional(motion.paragraph(), "/paragraph"),
                Text.optional(motion.departure(), "/departure"));
    }
}
