package ru.mos.clusters.cluster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/**
 * A cluster for good: its sector and number never change and are never given to another. What may change about it (name,
 * organisation, curator, members, papers) hangs on it as facts; its version counts every change to any of them.
 */
@Entity
@Table(schema = "cluster", name = "cluster")
class Cluster {

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "sector")
    private String sector;

    @Column(name = "number")
    private int number;

    private String code;

    @Column(name = "recorded_by")
    private long recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected Cluster() {} // JPA

    Cluster(UUID id, SectorNumber number, long change) {
        this.id = id;
        this.sector = number.sector();
        this.number = number.number();
        this.code = number.code();
        this.recordedBy = change;
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    long version() {
        return version;
    }
}
