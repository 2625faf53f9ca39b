package ru.mos.clusters.cluster;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.FileType;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/**
 * Papers of a cluster: charter, rules of membership, protocols. A paper that lies in an archive is recorded by its
 * reference alone, without a file.
 */
@Stateless
@DenyAll
public class ClusterDocuments {

    private static final long LARGEST = 50L * 1024 * 1024;

    @Inject
    private Facts facts;

    @Inject
    private ClusterQueries queries;

    @Inject
    private Documents store;

    @Inject
    private Changes changes;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    @Inject
    private Event<MembershipChanged> changed;

    /**
     * Files a paper.
     *
     * @param file its bytes; null where only the reference is known
     * @param fileName as the file was called; its ending is set by its content
     * @throws Problem {@code cluster-unknown}, {@code document-empty}, {@code document-type-refused},
     *     {@code body-too-large}, {@code period-empty}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public DocumentView add(AddDocument command, @Nullable InputStream file, String fileName) {
        var period = DatePeriod.of(command.from(), command.to());
        Clusters.requireKnown(sql, command.cluster());
        // before the cluster is taken: nobody has to wait for an upload
        var stored = file == null ? null : store.store(file, LARGEST, incoming -> type(incoming, fileName));
        var cluster = facts.take(command.cluster(), null);
        long change =
                changes.record("DOCUMENT_FILED", Clusters.SUBJECT, cluster.id().toString(), null, command);
        var fileId = stored == null ? null : store.register(stored, type(stored.path(), fileName), fileName, change);
        var reference =
                new ClusterDocument.Reference(command.kind(), command.title(), command.number(), command.issuedOn());
        var id = UUID.randomUUID();
        facts.add(new ClusterDocument(cluster, id, reference, fileId, period, change));
        facts.flush();
        changed.fire(new MembershipChanged(cluster.id()));
        return queries.documents(cluster.id(), null, null).stream()
                .filter(document -> document.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    /**
     * Says that a paper is no longer in force from a day on; on its first day or before: it never was.
     *
     * @param from null: today
     * @return the version of the cluster
     * @throws Problem {@code cluster-unknown}, {@code cluster-document-unknown} also where it ended before
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public long withdraw(UUID id, UUID document, @Nullable LocalDate from) {
        var day = from == null ? time.today() : from;
        var cluster = facts.take(id, null);
        var papers = facts.live(ClusterDocument.class, cluster).stream()
                .filter(paper -> paper.documentId().equals(document))
                .filter(paper -> day.isBefore(paper.period().until()))
                .toList();
        if (papers.isEmpty()) {
            throw new Problem(ClusterProblem.CLUSTER_DOCUMENT_UNKNOWN);
        }
        long change = changes.record(
                "DOCUMENT_WITHDRAWN",
                Clusters.SUBJECT,
                cluster.id().toString(),
                papers.get(0).reference(),
                new Withdrawn(document, day));
        facts.end(papers, day, change);
        changed.fire(new MembershipChanged(cluster.id()));
        return cluster.version();
    }

    /** What the record of changes keeps of a withdrawal. */
    record Withdrawn(UUID document, LocalDate from) {}

    /**
     * Papers of a cluster by their dates.
     *
     * @param asOf those in force on the day; null: all
     * @param knownOn null: as known now
     * @throws Problem {@code cluster-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public List<DocumentView> list(UUID cluster, @Nullable LocalDate asOf, @Nullable Instant knownOn) {
        Clusters.requireKnown(sql, cluster);
        return queries.documents(cluster, asOf, knownOn);
    }

    /**
     * The file of a paper, also of one withdrawn: an earlier verdict may rest on it.
     *
     * @throws Problem {@code cluster-document-unknown}, {@code document-without-file}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public DocumentFile file(UUID cluster, UUID document) {
        var row = sql.with(handle -> handle.createQuery("""
                                select f.sha256, f.file_name, f.media_type, f.size
                                  from cluster.document d
                                  left join platform.document f on f.id = d.file_id
                                 where d.cluster_id = :cluster and d.document_id = :document
                                 limit 1""")
                        .bind("cluster", cluster)
                        .bind("document", document)
                        .mapTo(FileRow.class)
                        .findOne())
                .orElseThrow(() -> new Problem(ClusterProblem.CLUSTER_DOCUMENT_UNKNOWN));
        if (row.sha256() == null || row.fileName() == null || row.mediaType() == null || row.size() == null) {
            throw new Problem(ClusterProblem.DOCUMENT_WITHOUT_FILE);
        }
        return new DocumentFile(store.path(row.sha256()), row.fileName(), row.mediaType(), row.size());
    }

    /** A row about a file. */
    record FileRow(
            @Nullable String sha256,
            @Nullable String fileName,
            @Nullable String mediaType,
            @Nullable Long size) {}

    private static FileType type(Path file, String fileName) {
        return FileType.of(file).orElseThrow(() -> new Problem(PlatformProblem.DOCUMENT_TYPE_REFUSED, fileName));
    }
}
