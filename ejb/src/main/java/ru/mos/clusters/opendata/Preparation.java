package ru.mos.clusters.opendata;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import ru.mos.clusters.ownership.OwnershipExport;
import ru.mos.clusters.platform.Csv;
import ru.mos.clusters.platform.Sql;

/**
 * Writes the files of a publication from the database, then reads them as anybody would: against the public schemas, against the
 * ledger, and for what looks like a person.
 */
@ApplicationScoped
class Preparation {

    @Inject
    private Sql sql;

    @EJB
    private OwnershipExport ownership;

    /** What was written, and what was found in it. */
    record Prepared(List<DraftFile> files, Findings findings, GrantFiles.Totals totals, Settings settings) {}

    Prepared prepare(Handle handle, LocalDate day, LocalDate created, Instant now, Path folder) throws IOException {
        var settings = Settings.on(handle, day);
        var grants = new GrantFiles(settings, day, now);
        var files = new ArrayList<DraftFile>();
        files.addAll(grants.write(handle, sql.file(Preparation.class, "Grants"), folder));
        files.add(OwnershipFile.write(handle, ownership, day, folder));
        files.add(ClusterTable.write(handle, sql.file(Preparation.class, "Clusters"), day, folder));
        files.add(DraftFile.of(
                folder, ClusterTable.TABLE.metadataFile(), DraftFile.CSVW, ClusterTable.TABLE.metadata(settings, day)));
        files.add(entrepreneurs(handle, settings, day, folder));
        files.add(DraftFile.of(
                folder,
                EntrepreneurTable.TABLE.metadataFile(),
                DraftFile.CSVW,
                EntrepreneurTable.TABLE.metadata(settings, day)));
        for (var file : List.copyOf(files)) {
            var passport = Passport.OF.get(file.name());
            if (passport != null) {
                files.add(DraftFile.of(
                        folder, passport.file(), DraftFile.PASSPORT, passport.text(settings, created, day)));
            }
        }
        var findings = new Findings();
        for (var file : files) {
            check(file, folder, settings, findings);
        }
        compare(handle, grants.totals(), findings);
        return new Prepared(files, findings, grants.totals(), settings);
    }

    private DraftFile entrepreneurs(Handle handle, Settings settings, LocalDate day, Path folder) {
        var sums = handle.createQuery(
                        sql.file(Preparation.class, "Entrepreneurs").formatted(sql.file(Preparation.class, "Grants")))
                .bind("day", day)
                .mapTo(EntrepreneurTable.Sums.class)
                .list();
        var lines = EntrepreneurTable.lines(sums, settings.smallCell(), day);
        var file = DraftFile.of(
                folder, EntrepreneurTable.TABLE.file(), DraftFile.CSV, String.join(Csv.LINE_END, lines) + Csv.LINE_END);
        return new DraftFile(file.name(), file.mediaType(), file.path(), lines.size() - 1L);
    }

    private static void check(DraftFile file, Path folder, Settings settings, Findings findings) throws IOException {
        switch (file.name()) {
            case GrantFiles.NAME -> GrantFiles.check(file.path(), settings.grantPrefix(), findings);
            case OwnershipFile.NAME -> OwnershipFile.check(file.path(), findings);
            case "clusters.csv", "entrepreneurs.csv" ->
                CsvwTable.check(
                        file.path(), DraftFile.place(folder, file.name() + "-metadata.json"), file.name(), findings);
            default -> {
                // says of the sets what the sets say, and of the publisher what the settings say
            }
        }
        if (Files.size(file.path()) == 0) {
            findings.fault(FindingKind.RULE, file.name(), "", "");
        }
    }

    /** The grants together are what the ledger says was paid and has not come back, to the kopeck. */
    private static void compare(Handle handle, GrantFiles.Totals totals, Findings findings) {
        var booked = handle.createQuery(
                        "select coalesce(sum(a.balance), 0.00) from ledger.account a where a.stage in ('PAID', 'ACCEPTED')")
                .mapTo(BigDecimal.class)
                .one();
        if (booked.compareTo(totals.allDisbursed()) != 0) {
            findings.fault(
                    FindingKind.LEDGER_DIFFERS,
                    GrantFiles.NAME,
                    "",
                    totals.allDisbursed().toPlainString() + " / " + booked.toPlainString());
        }
    }
}
