package ru.mos.clusters.project;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.platform.Citation;

/**
 * Whether a project may be supported, and why: a trace like that of a cluster's verdict.
 *
 * @param edition 0: what the project says now
 * @param ruleSet by which its clusters were judged; null: the rules of the day
 * @param digest of all that does not depend on the language
 */
public record ProjectVerdict(
        UUID project,
        String code,
        int edition,
        LocalDate on,
        @Nullable String ruleSet,
        Eligibility outcome,
        String explanation,
        List<Finding> findings,
        String digest)
        implements Serializable {

    /**
     * One thing asked of one subject.
     *
     * @param subject code of a cluster, INN of an enterprise, or code of the project
     * @param name how it is called; null where no source names it
     */
    public record Finding(
            ProjectRule rule,
            String subject,
            @Nullable String name,
            Outcome outcome,
            String explanation,
            List<Part> parts,
            Citation citation)
            implements Serializable {}

    /**
     * What a finding rests on.
     *
     * @param code for programs: {@code E2}, {@code LINK:…}, {@code TAX_DEBT}, {@code BANNED}
     * @param by login of who recorded it; null where facts tell
     */
    public record Part(
            String code,
            String name,
            Outcome outcome,
            String statement,
            @Nullable String by,
            List<Fact> facts,
            @Nullable Citation citation)
            implements Serializable {}

    /** A fact used, with where it stands. */
    public record Fact(String fact, String value, String source) implements Serializable {}
}
