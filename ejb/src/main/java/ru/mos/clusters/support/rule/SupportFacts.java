package ru.mos.clusters.support.rule;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything a check looks at.
 *
 * @param on the day for which support is asked
 * @param supports given to the recipient, each once whoever tells of it
 */
public record SupportFacts(
        LocalDate on,
        SupportDraft draft,
        RegisterStanding register,
        List<GivenSupport> supports,
        List<RecognisedViolation> violations) {}
