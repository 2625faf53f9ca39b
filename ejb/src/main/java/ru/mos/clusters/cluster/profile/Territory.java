package ru.mos.clusters.cluster.profile;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** Where the members of clusters are, and how near each other: an indicator, never a condition. */
@Stateless
@DenyAll
public class Territory {

    private static final String SUBJECT = "ENTITY";

    @Inject
    private Changes changes;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    /** Where the members of a cluster's organisation are on a date (null: today). */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public TerritoryView of(UUID cluster, @Nullable LocalDate asOf) {
        record Row(
                Inn inn,
                @Nullable String name,
                PlaceSource source,
                @Nullable String address,
                @Nullable String municipality,
                @Nullable String district,
                @Nullable LocalDate shownOn,
                @Nullable String documentTitle,
                @Nullable String documentNumber,
                @Nullable LocalDate documentOn) {
            TerritoryView.Place place() {
                var document = documentTitle == null || documentOn == null
                        ? null
                        : new Paper(documentTitle, documentNumber, documentOn);
                return new TerritoryView.Place(inn, name, source, address, municipality, district, shownOn, document);
            }
        }
        var day = asOf == null ? time.today() : asOf;
        return TerritoryView.of(
                day,
                sql.with(handle -> handle.createQuery(sql.file(Territory.class, "Territory"))
                        .bind("cluster", cluster)
                        .bind("asOf", day)
                        .mapTo(Row.class)
                        .map(Row::place)
                        .list()));
    }

    /**
     * Records where an enterprise works.
     *
     * @throws Problem {@code period-empty}, {@code site-overlaps}, {@code municipality-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public SiteView declare(DeclareSite command) {
        var period = DatePeriod.of(command.from(), command.to());
        var id = UUID.randomUUID();
        long change = changes.record("SITE_DECLARED", SUBJECT, command.inn().digits(), null, command);
        sql.with(handle -> handle.createUpdate("""
                        insert into cluster.site (id, inn, address, municipality, document_title, document_number, document_on,
                               valid_from, valid_until, recorded_by)
                        values (:id, :inn, :address, :municipality, :title, :number, :on, :from, cast(:until as date), :change)""")
                .bind("id", id)
                .bind("inn", command.inn())
                .bind("address", command.address())
                .bind("municipality", command.municipality())
                .bind("title", command.document().title())
                .bind("number", command.document().number())
                .bind("on", command.document().date())
                .bind("from", period.from())
                .bind("until", period.untilOrNull())
                .bind("change", change)
                .execute());
        return sites(command.inn()).stream()
                .filter(site -> site.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    /**
     * Says that an enterprise works at a place no more from a day on; on its first day: it never did.
     *
     * @throws Problem {@code site-unknown} also where it ended before
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public void end(Inn inn, UUID id, LocalDate from) {
        var site = sites(inn).stream()
                .filter(one -> one.id().equals(id))
                .filter(one -> from.isBefore(DatePeriod.of(one.from(), one.to()).until()))
                .findAny()
                .orElseThrow(() -> new Problem(ProfileProblem.SITE_UNKNOWN));
        long change = changes.record("SITE_ENDED", SUBJECT, inn.digits(), site, new Ended(id, from));
        sql.with(handle -> handle.createUpdate(
                        "update cluster.site set superseded_by = :change where id = :id and superseded_by is null")
                .bind("change", change)
                .bind("id", id)
                .execute());
        sql.with(handle -> handle.createUpdate("""
                        insert into cluster.site (id, inn, address, municipality, document_title, document_number, document_on,
                               valid_from, valid_until, recorded_by)
                        select id, inn, address, municipality, document_title, document_number, document_on, valid_from, :from,
                               :change
                          from cluster.site
                         where id = :id and superseded_by = :change and valid_from < :from""")
                .bind("change", change)
                .bind("id", id)
                .bind("from", from)
                .execute());
    }

    /** What the record of changes keeps of an end. */
    record Ended(UUID site, LocalDate from) {}

    /** Places of work that an enterprise declared, the latest first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public List<SiteView> sites(Inn inn) {
        return sql.with(handle -> handle.createQuery("""
                        select s.id, s.address, s.municipality, m.district, s.document_title, s.document_number, s.document_on,
                               s.valid_from, s.valid_until
                          from cluster.site s
                          left join cluster.municipality m on m.name = s.municipality
                         where s.inn = :inn and s.superseded_by is null
                         order by s.valid_from desc""")
                .bind("inn", inn)
                .mapTo(SiteView.Row.class)
                .map(SiteView.Row::view)
                .list());
    }

    /** Municipal areas of Moscow with the administrative district of each, by name. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public List<Municipality> municipalities() {
        return sql.with(handle -> handle.createQuery("select name, district from cluster.municipality order by name")
                .mapTo(Municipality.class)
                .list());
    }

    /** A municipal area and its administrative district. */
    public record Municipality(String name, String district) {}
}
