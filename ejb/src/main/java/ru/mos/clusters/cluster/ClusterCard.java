package ru.mos.clusters.cluster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cluster with its participants and papers on a date.
 *
 * @param knownOn null for what is known now
 * @param members members of the organisation and partners outside it, by INN
 * @param documents those in force on the date
 */
public record ClusterCard(
        ClusterView cluster,
        LocalDate asOf,
        @Nullable Instant knownOn,
        List<MemberView> members,
        List<DocumentView> documents) {}
