package ru.mos.clusters.registry;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * One subject in a list: who it is by the latest source, what it was on the date asked.
 *
 * @param name cut to surname and initials for private persons
 * @param category null unless it is in the register on the date
 */
public record EntityRow(
        Inn inn,
        @Nullable String ogrn,
        EntityKind kind,
        @Nullable String name,
        @Nullable String region,
        SmeStatus status,
        @Nullable SmeCategory category,
        @Nullable Activity mainActivity) {}
