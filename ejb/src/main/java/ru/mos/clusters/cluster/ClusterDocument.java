package ru.mos.clusters.cluster;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DatePeriod;

/** A paper of the cluster, in force for a period. Its own id stays when a later row says that it no longer is. */
@Entity
@Table(schema = "cluster", name = "document")
class ClusterDocument extends Fact {

    @Column(name = "document_id")
    private UUID documentId;

    @Enumerated(EnumType.STRING)
    private DocumentKind kind;

    private String title;
    private @Nullable String number;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Convert(converter = FileColumn.class)
    @Column(name = "file_id")
    private @Nullable UUID file;

    @SuppressWarnings("NullAway.Init")
    protected ClusterDocument() {} // JPA

    ClusterDocument(
            Cluster cluster,
            UUID documentId,
            Reference reference,
            @Nullable UUID file,
            DatePeriod period,
            long change) {
        super(cluster, period, change);
        this.documentId = documentId;
        this.kind = reference.kind();
        this.title = reference.title();
        this.number = reference.number();
        this.issuedOn = reference.issuedOn();
        this.file = file;
    }

    /** What finds the paper again in an archive. */
    record Reference(
            DocumentKind kind, String title, @Nullable String number, LocalDate issuedOn) {}

    @Override
    ClusterDocument during(DatePeriod period, long change) {
        return new ClusterDocument(cluster(), documentId, reference(), file, period, change);
    }

    UUID documentId() {
        return documentId;
    }

    Reference reference() {
        return new Reference(kind, title, number, issuedOn);
    }
}
