package ru.mos.clusters.platform;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the audit trail; null asks for all.
 *
 * @param who a login, or part of a person's name
 * @param action what was done, as recorded: {@code USER_CHANGED}
 * @param from first day in Moscow
 * @param until last day in Moscow, inclusive
 */
public record AuditFilter(
        @Nullable String who,
        @Nullable String action,
        @Nullable String subjectKind,
        @Nullable String subject,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String address) {}
