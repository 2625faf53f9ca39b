package ru.mos.clusters.support.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Citation;

/**
 * Whether support may be given: both bans, each finding with its source and paragraph. Where nothing stands in the way but
 * the tax service's register cannot be relied on, it is not known.
 *
 * @param repeated paragraph of the ban on repeated support, as it read on the day
 * @param banned likewise of the ban after a violation
 */
public record SupportCheck(BanTerms terms, Citation repeated, Citation banned) {

    /** What was found, and what it comes to. */
    public record Result(SupportOutcome outcome, List<SupportFinding> findings) {}

    /** The same facts always give the same result. */
    public Result check(SupportFacts facts) {
        var findings = Stream.of(
                        whole(
                                SupportRule.REPEATED_SUPPORT,
                                SupportReason.NO_LIKE_SUPPORT,
                                new RepeatedSupport(repeated).check(facts),
                                facts.register(),
                                repeated),
                        whole(
                                SupportRule.VIOLATION_BAN,
                                SupportReason.NO_VIOLATION,
                                new ViolationBan(terms, banned).check(facts),
                                facts.register(),
                                banned))
                .flatMap(List::stream)
                .toList();
        return new Result(SupportOutcome.prevailing(findings.stream().map(SupportFinding::outcome)), findings);
    }

    /** With what the register's standing adds; of a rule that found nothing, that it did. */
    private static List<SupportFinding> whole(
            SupportRule rule,
            SupportReason nothing,
            List<SupportFinding> found,
            RegisterStanding register,
            Citation citation) {
        var whole = new ArrayList<>(found);
        var doubt = doubt(register);
        if (doubt != null) {
            whole.add(SupportFinding.of(rule, doubt, register.source(), citation));
        } else if (found.isEmpty()) {
            whole.add(SupportFinding.of(rule, nothing, register.source(), citation));
        }
        return whole;
    }

    private static @Nullable SupportReason doubt(RegisterStanding register) {
        return switch (register.state()) {
            case FRESH -> null;
            case STALE -> SupportReason.REGISTER_STALE;
            case ABSENT -> SupportReason.REGISTER_ABSENT;
            case UNREAD -> SupportReason.REGISTER_UNREAD;
        };
    }
}
