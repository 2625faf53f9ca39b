package ru.mos.clusters.support.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Citation;

/**
 * No support for a time after the recipient was recognised as having broken the terms of one; the day on which the time is
 * up is free.
 *
 * <p>Source: 209-ФЗ art. 14 part 5 point 4.
 */
record ViolationBan(BanTerms terms, Citation citation) {

    List<SupportFinding> check(SupportFacts facts) {
        var findings = new ArrayList<SupportFinding>();
        for (var violation : facts.violations()) {
            var recognised = violation.recognisedOn();
            if (recognised == null) {
                findings.add(finding(SupportReason.VIOLATION_UNDATED, violation, null));
            } else if (!recognised.isAfter(facts.on())) {
                var until = terms.endOfBan(violation, recognised, facts.on());
                if (facts.on().isBefore(until)) {
                    findings.add(finding(SupportReason.BANNED, violation, until));
                } else {
                    boolean lifted = until.equals(recognised);
                    findings.add(finding(
                            lifted ? SupportReason.CORRECTED_IN_TIME : SupportReason.BAN_OVER,
                            violation,
                            lifted ? null : until));
                }
            }
        }
        return findings;
    }

    private SupportFinding finding(SupportReason reason, RecognisedViolation violation, @Nullable LocalDate until) {
        return new SupportFinding(
                SupportRule.VIOLATION_BAN,
                reason,
                reason.outcome(),
                null,
                violation,
                until,
                violation.source(),
                citation);
    }
}
