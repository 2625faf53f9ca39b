package ru.mos.clusters.cluster;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Inn;

/**
 * That an enterprise took part in a cluster in a period, with the roles it had then: one row, however many roles. A change
 * of roles ends it and begins another that abuts.
 */
@Entity
@Table(schema = "cluster", name = "membership")
class Membership extends Fact {

    @Convert(converter = InnColumn.class)
    private Inn inn;

    private @Nullable String name;

    @Convert(converter = RolesColumn.class)
    private Set<ParticipantRole> roles;

    @Column(name = "member_of_organisation")
    private boolean memberOfOrganisation;

    @SuppressWarnings("NullAway.Init")
    protected Membership() {} // JPA

    Membership(Cluster cluster, Participation what, DatePeriod period, long change) {
        super(cluster, period, change);
        this.inn = what.inn();
        this.name = what.name();
        this.roles = EnumSet.copyOf(what.roles());
        this.memberOfOrganisation = what.memberOfOrganisation();
    }

    @Override
    Membership during(DatePeriod period, long change) {
        return new Membership(cluster(), participation(), period, change);
    }

    Participation participation() {
        return new Participation(inn, name, roles, memberOfOrganisation);
    }
}
