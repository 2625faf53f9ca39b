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
import jakarta.inject.Inject;
import org.jdbi.v3.core.JdbiException;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTranslator;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;

/** The directory of sectors: five to begin with, data to which more can be added. */
@Stateless
@DenyAll
public class Sectors {

    @Inject
    private Sql sql;

    @Inject
    private SectorDirectory directory;

    @Inject
    private Changes changes;

    /** All sectors in the order in which people read them. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public Slice<SectorView> list(PageRequest page) {
        return directory.rows(page);
    }

    /**
     * Adds a sector at the end of the directory.
     *
     * @throws Problem {@code sector-exists}, {@code sector-prefix-taken}, {@code sector-activity-exists}
     */
    @RolesAllowed(DEPARTMENT)
    public SectorView add(AddSector command) {
        long change = changes.record("SECTOR_ADDED", "SECTOR", command.code(), null, command);
        try {
            insert(command, change);
        } catch (JdbiException refused) {
            throw ProblemTranslator.translate(refused)
                    .map(RuntimeException.class::cast)
                    .orElse(refused);
        }
        return new SectorView(
                command.code(),
                command.nameRu(),
                command.nameEn(),
                command.prefixed(),
                command.from(),
                null,
                command.activities());
    }

    private void insert(AddSector command, long change) {
        sql.with(handle -> handle.createUpdate("""
                        with added as (
                            insert into cluster.sector (code, name_ru, name_en, prefix, position, valid_from, recorded_by)
                            select :code, :nameRu, :nameEn, :prefix, max(position) + 1, :from, :change from cluster.sector
                            returning code
                        )
                        insert into cluster.numbering (sector, last_number) select code, 0 from added""")
                .bind("code", command.code())
                .bind("nameRu", command.nameRu())
                .bind("nameEn", command.nameEn())
                .bind("prefix", command.prefixed())
                .bind("from", command.from())
                .bind("change", change)
                .execute());
        sql.with(handle -> {
            var batch = handle.prepareBatch("""
                    insert into cluster.sector_activity (sector, classifier, code, tier, valid_from, valid_until)
                    values (:sector, :classifier, :code, :tier, :from, :to)""");
            for (var activity : command.activities()) {
                batch.bind("sector", command.code())
                        .bind("classifier", activity.classifier().name())
                        .bind("code", activity.code())
                        .bind("tier", activity.tier().name())
                        .bind("from", activity.from())
                        .bind("to", activity.to())
                        .add();
            }
            return batch.size() == 0 ? 0 : batch.execute().length;
        });
    }
}
