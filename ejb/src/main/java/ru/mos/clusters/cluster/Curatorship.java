package ru.mos.clusters.cluster;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import ru.mos.clusters.platform.DatePeriod;

/** Who at ГЦКР looked after the cluster in a period. */
@Entity
@Table(schema = "cluster", name = "curatorship")
class Curatorship extends Fact {

    private String login;

    @SuppressWarnings("NullAway.Init")
    protected Curatorship() {} // JPA

    Curatorship(Cluster cluster, String login, DatePeriod period, long change) {
        super(cluster, period, change);
        this.login = login;
    }

    @Override
    Curatorship during(DatePeriod period, long change) {
        return new Curatorship(cluster(), login, period, change);
    }

    String login() {
        return login;
    }
}
