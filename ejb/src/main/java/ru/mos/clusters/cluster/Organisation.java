package ru.mos.clusters.cluster;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.LegalForm;

/** The legal entity that united the cluster in a period. */
@Entity
@Table(schema = "cluster", name = "organisation")
class Organisation extends Fact {

    @Convert(converter = InnColumn.class)
    private Inn inn;

    private @Nullable String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "legal_form")
    private @Nullable LegalForm legalForm;

    @SuppressWarnings("NullAway.Init")
    protected Organisation() {} // JPA

    Organisation(Cluster cluster, UnitingEntity entity, DatePeriod period, long change) {
        super(cluster, period, change);
        this.inn = entity.inn();
        this.name = entity.name();
        this.legalForm = entity.legalForm();
    }

    @Override
    Organisation during(DatePeriod period, long change) {
        return new Organisation(cluster(), entity(), period, change);
    }

    UnitingEntity entity() {
        return new UnitingEntity(inn, name, legalForm);
    }
}
