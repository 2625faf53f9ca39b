package ru.mos.clusters.call.assessment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.AffiliationView.Edge;
import ru.mos.clusters.ownership.graph.Link;
import ru.mos.clusters.platform.Inn;

/**
 * What speaks against somebody assessing an application, and what proves it.
 *
 * @param own on whose side it lies: the expert, an own enterprise, the employer, a relative; null where that is plain
 * @param subject towards whom: a participant, or a member of a cluster concerned
 * @param cluster code of the cluster concerned
 * @param other number of the competing application
 * @param on the day of the consultation
 * @param reason why two are affiliated
 * @param proof facts of ownership, each sharing a party with the next
 * @param statement of the expert
 */
public record ConflictFinding(
        ConflictKind kind,
        @Nullable Inn own,
        @Nullable Inn subject,
        @Nullable String cluster,
        @Nullable String other,
        @Nullable LocalDate on,
        @Nullable Link reason,
        List<Edge> proof,
        @Nullable String statement) {

    static ConflictFinding of(ConflictKind kind, @Nullable Inn own, @Nullable Inn subject) {
        return new ConflictFinding(kind, own, subject, null, null, null, null, List.of(), null);
    }

    ConflictFinding because(@Nullable Link link, List<Edge> edges) {
        return new ConflictFinding(kind, own, subject, cluster, other, on, link, List.copyOf(edges), statement);
    }

    ConflictFinding of(@Nullable String code) {
        return new ConflictFinding(kind, own, subject, code, other, on, reason, proof, statement);
    }
}
