package ru.mos.clusters.support;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.support.rule.RegisterStanding;
import ru.mos.clusters.support.rule.SupportFinding;

/** What a finding says, as a sentence in either language. */
public final class SupportWords {

    private static final String NOTHING = "—";

    private SupportWords() {}

    /** @param register the standing that the finding was made with */
    public static String explain(SupportFinding finding, RegisterStanding register, Locale locale) {
        var support = finding.support();
        var violation = finding.violation();
        return ProblemTexts.text(
                SupportFinding.class,
                "SupportReason." + finding.reason().name(),
                locale,
                support == null ? NOTHING : day(support.decidedOn()),
                support == null ? NOTHING : day(support.endsOn()),
                support == null ? NOTHING : provider(support.providerName(), support.providerInn()),
                day(finding.until()),
                violation == null
                        ? NOTHING
                        : ProblemTexts.text(
                                SupportFinding.class,
                                "ViolationKind." + violation.kind().name(),
                                locale),
                violation == null ? NOTHING : day(violation.recognisedOn()),
                day(register.stateOn()),
                register.decidesUntil() == null
                        ? NOTHING
                        : register.decidesUntil().minusDays(1));
    }

    private static Object day(@Nullable LocalDate day) {
        return day == null ? NOTHING : day;
    }

    private static String provider(@Nullable String name, @Nullable String inn) {
        return name != null ? name : inn != null ? inn : NOTHING;
    }
}
