package ru.mos.clusters.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;

/** Gives clusters their numbers: one after the other in a sector, none twice. */
@ApplicationScoped
class Numbering {

    @Inject
    private Sql sql;

    /** A row of the directory, as far as numbers need it. */
    record SectorRow(
            String prefix, LocalDate validFrom, @Nullable LocalDate validUntil) {
        boolean isInForce(LocalDate day) {
            return !day.isBefore(validFrom) && (validUntil == null || day.isBefore(validUntil));
        }
    }

    /**
     * The next number of the sector. Who asks meanwhile for the same sector waits until this transaction ends.
     *
     * @throws Problem {@code sector-unknown}, {@code sector-not-in-force}
     */
    SectorNumber next(String sector, LocalDate from) {
        var row = sector(sector);
        if (!row.isInForce(from)) {
            throw new Problem(ClusterProblem.SECTOR_NOT_IN_FORCE, sector, from).at("/sector");
        }
        int number = sql.with(handle -> handle.createQuery("""
                        update cluster.numbering
                           set last_number = last_number + 1
                         where sector = :sector
                        returning last_number""")
                .bind("sector", sector)
                .mapTo(Integer.class)
                .one());
        return new SectorNumber(sector, row.prefix(), number);
    }

    /** Nobody else gets a number of the sector until this transaction ends. */
    void hold(String sector) {
        sql.with(handle -> handle.createQuery(
                        "select last_number from cluster.numbering where sector = :sector for update")
                .bind("sector", sector)
                .mapTo(Integer.class)
                .one());
    }

    /** A number given elsewhere before counts as given: the next ones come after it. */
    void raise(String sector, int number) {
        sql.with(handle -> handle.createUpdate("""
                        update cluster.numbering
                           set last_number = greatest(last_number, :number)
                         where sector = :sector""")
                .bind("sector", sector)
                .bind("number", number)
                .execute());
    }

    private SectorRow sector(String code) {
        return sql.with(handle -> handle.createQuery(
                                "select prefix, valid_from, valid_until from cluster.sector where code = :code")
                        .bind("code", code)
                        .mapTo(SectorRow.class)
                        .findOne())
                .orElseThrow(() -> new Problem(ClusterProblem.SECTOR_UNKNOWN, code).at("/sector"));
    }
}
