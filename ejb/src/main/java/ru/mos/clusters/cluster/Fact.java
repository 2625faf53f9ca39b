package ru.mos.clusters.cluster;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DatePeriod;

/**
 * Something that held about a cluster in a period, as one change recorded it. It is never altered: a later change
 * supersedes it and records what holds instead.
 */
@MappedSuperclass
abstract class Fact {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "cluster_id")
    private Cluster cluster;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private @Nullable LocalDate until;

    @Column(name = "recorded_by")
    private long recordedBy;

    @Column(name = "superseded_by")
    private @Nullable Long supersededBy;

    @SuppressWarnings("NullAway.Init")
    protected Fact() {} // JPA

    Fact(Cluster cluster, DatePeriod period, long change) {
        this.id = UUID.randomUUID();
        this.cluster = cluster;
        this.from = period.from();
        this.until = period.untilOrNull();
        this.recordedBy = change;
    }

    /** The same said of another period. */
    abstract Fact during(DatePeriod period, long change);

    void supersede(long change) {
        supersededBy = change;
    }

    Cluster cluster() {
        return cluster;
    }

    DatePeriod period() {
        return DatePeriod.of(from, until);
    }

    LocalDate from() {
        return from;
    }
}
