package ru.mos.clusters.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.support.rule.RegisterStanding;
import ru.mos.clusters.support.rule.SupportDraft;
import ru.mos.clusters.support.rule.SupportFinding;
import ru.mos.clusters.support.rule.SupportOutcome;

/**
 * Whether support may be given, and why. Asked again with its {@code knownOn} it comes to the same at any later time.
 *
 * @param name the registry's; of a private person cut to surname and initials
 * @param register what the tax service's register can say of the recipient on the day
 */
public record SupportVerdict(
        Inn inn,
        @Nullable String name,
        LocalDate on,
        Instant knownOn,
        SupportDraft draft,
        SupportOutcome outcome,
        RegisterStanding register,
        List<SupportFinding> findings) {}
