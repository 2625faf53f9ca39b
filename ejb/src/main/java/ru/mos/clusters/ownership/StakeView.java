package ru.mos.clusters.ownership;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Paper;

/** A statement entered by hand, as it holds. {@code owner} and {@code subject} are ids of the contract. */
public record StakeView(
        UUID id,
        String owner,
        String ownerName,
        String subject,
        String subjectName,
        EdgeKind kind,
        @Nullable Fraction share,
        @Nullable Fraction votes,
        LocalDate from,
        @Nullable LocalDate to,
        Paper document) {}
