package ru.mos.clusters.cluster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DatePeriod;

/** What a cluster is called and while it exists. */
@Entity
@Table(schema = "cluster", name = "particulars")
class Particulars extends Fact {

    private String name;

    @Column(name = "closing_reason")
    private @Nullable String closingReason;

    @SuppressWarnings("NullAway.Init")
    protected Particulars() {} // JPA

    Particulars(Cluster cluster, String name, DatePeriod period, @Nullable String closingReason, long change) {
        super(cluster, period, change);
        this.name = name;
        this.closingReason = closingReason;
    }

    Particulars renamed(String to, long change) {
        return new Particulars(cluster(), to, period(), closingReason, change);
    }

    Particulars closed(LocalDate on, String reason, long change) {
        return new Particulars(cluster(), name, new DatePeriod(from(), on), reason, change);
    }

    @Override
    Particulars during(DatePeriod period, long change) {
        return new Particulars(cluster(), name, period, closingReason, change);
    }

    String name() {
        return name;
    }

    boolean isClosed() {
        return closingReason != null;
    }
}
