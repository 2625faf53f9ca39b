package ru.mos.clusters.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.opendata.Preparation.Prepared;
import ru.mos.clusters.platform.Sql;

/** Publications as the database keeps them. */
@ApplicationScoped
class PublicationStore {

    private static final String PUBLICATIONS = """
            select p.*, c.at as prepared_at from opendata.publication p join platform.change c on c.id = p.recorded_by
            """;

    @Inject
    private Sql sql;

    /** @return its number */
    long insert(
            Handle handle, UUID id, LocalDate day, PublicationState state, String by, Prepared prepared, long change) {
        return handle.createQuery("""
                        insert into opendata.publication (id, as_of, state, prepared_by, faults, persons, awarded, disbursed, left_out_awarded,
                                                          left_out_disbursed, licence_name, licence_url, recorded_by, changed_by)
                        values (:id, :day, :state, :by, :faults, :persons, :awarded, :disbursed, :leftOutAwarded, :leftOutDisbursed,
                                :licenceName, :licenceUrl, :change, :change)
                        returning number""")
                .bind("id", id)
                .bind("day", day)
                .bind("state", state.name())
                .bind("by", by)
                .bind("faults", prepared.findings().faults())
                .bind("persons", prepared.findings().persons())
                .bind("awarded", prepared.totals().awarded())
                .bind("disbursed", prepared.totals().disbursed())
                .bind("leftOutAwarded", prepared.totals().leftOutAwarded())
                .bind("leftOutDisbursed", prepared.totals().leftOutDisbursed())
                .bind("licenceName", prepared.settings().licenceName())
                .bind("licenceUrl", prepared.settings().licenceUrl())
                .bind("change", change)
                .mapTo(Long.class)
                .one();
    }

    void insertFiles(Handle handle, UUID id, List<FileView> files) {
        var batch = handle.prepareBatch("""
                insert into opendata.file (publication_id, name, position, media_type, sha256, size, records)
                values (:id, :name, :position, :mediaType, :sha256, :size, :records)""");
        for (int at = 0; at < files.size(); at++) {
            var file = files.get(at);
            batch.bind("id", id)
                    .bind("name", file.name())
                    .bind("position", at + 1)
                    .bind("mediaType", file.mediaType())
                    .bind("sha256", file.sha256())
                    .bind("size", file.size())
                    .bind("records", file.records())
                    .add();
        }
        batch.execute();
    }

    void insertFindings(Handle handle, UUID id, List<Findings.Found> findings) {
        if (findings.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("""
                insert into opendata.finding (publication_id, position, kind, file, pointer, excerpt, agreement_id)
                values (:id, :position, :kind, :file, :pointer, :excerpt,
                        (select g.id from agreement.agreement g where g.number = cast(substring(:grant from '^G-([0-9]{1,18})$') as bigint)))""");
        for (int at = 0; at < findings.size(); at++) {
            var found = findings.get(at);
            batch.bind("id", id)
                    .bind("position", at + 1)
                    .bind("kind", found.kind().name())
                    .bind("file", found.file())
                    .bind("pointer", found.pointer())
                    .bind("excerpt", found.excerpt())
                    .bind("grant", found.grant())
                    .add();
        }
        batch.execute();
    }

    /** The day of the first publication that was published; null before. */
    @Nullable
    LocalDate first(Handle handle) {
        return handle.createQuery("select min(p.as_of) from opendata.publication p where p.published_by is not null")
                .mapTo(LocalDate.class)
                .findFirst()
                .orElse(null);
    }

    Optional<PublicationView> find(UUID id) {
        return sql.with(handle -> handle.createQuery(PUBLICATIONS + " where p.id = :id")
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    Optional<PublicationView> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select 1 from opendata.publication where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    /** The number of one after it that is public; those after it cannot be published until the end of the transaction. */
    Optional<Long> laterPublished(long number) {
        sql.with(handle -> handle.createQuery(
                        "select 1 from opendata.publication where number > :number order by number for no key update")
                .bind("number", number)
                .mapTo(Integer.class)
                .list());
        return sql.with(handle -> handle.createQuery(
                        "select number from opendata.publication where number > :number and state = 'PUBLISHED' order by number desc limit 1")
                .bind("number", number)
                .mapTo(Long.class)
                .findOne());
    }

    List<PublicationView> list(@Nullable Long before, int limit) {
        return sql.with(handle -> handle.createQuery(PUBLICATIONS + """
                         where cast(:before as bigint) is null or p.number < :before
                         order by p.number desc
                         limit :limit""")
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> view(row))
                .list());
    }

    long count() {
        return sql.with(handle -> handle.createQuery("select count(*) from opendata.publication")
                .mapTo(Long.class)
                .one());
    }

    List<FileView> files(UUID id) {
        return sql.with(handle ->
                handle.createQuery("""
                        select f.name, f.media_type, f.sha256, f.size, f.records from opendata.file f where f.publication_id = :id order by f.position""").bind("id", id).mapTo(FileView.class).list());
    }

    List<FindingView> findings(UUID id, int after, int limit) {
        return sql.with(handle -> handle.createQuery("""
                        select f.position, f.kind, f.file, f.pointer, f.excerpt, f.agreement_id as agreement
                          from opendata.finding f
                         where f.publication_id = :id and f.position > :after
                         order by f.position
                         limit :limit""")
                .bind("id", id)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(FindingView.class)
                .list());
    }

    long countFindings(UUID id) {
        return sql.with(handle -> handle.createQuery("select count(*) from opendata.finding where publication_id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
    }

    void published(UUID id, String by, @Nullable String acknowledgement, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update opendata.publication
                           set state = 'PUBLISHED', published_by = :by, published_at = platform.now(), acknowledgement = :acknowledgement,
                               version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("by", by)
                .bind("acknowledgement", acknowledgement)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    void ended(UUID id, PublicationState state, String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update opendata.publication
                           set state = :state, reason = :reason, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("state", state.name())
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    /** The latest that anybody may have, or the one with the number. */
    Optional<PublicationView> open(@Nullable Long number) {
        return sql.with(handle -> handle.createQuery(PUBLICATIONS + """
                         where p.state = 'PUBLISHED' and (cast(:number as bigint) is null or p.number = :number)
                         order by p.published_at desc, p.number desc
                         limit 1""")
                .bind("number", number)
                .map((row, context) -> view(row))
                .findOne());
    }

    /** Those before it that anybody may have, the latest first. */
    List<PublicationView> openBefore(long number, int most) {
        return sql.with(handle -> handle.createQuery(
                        PUBLICATIONS
                                + " where p.state = 'PUBLISHED' and p.number <> :number order by p.published_at desc, p.number desc limit :most")
                .bind("number", number)
                .bind("most", most)
                .map((row, context) -> view(row))
                .list());
    }

    boolean isWithdrawn(long number) {
        return sql.with(handle -> handle.createQuery(
                        "select exists (select from opendata.publication where number = :number and state = 'WITHDRAWN')")
                .bind("number", number)
                .mapTo(Boolean.class)
                .one());
    }

    /** Makes whoever else would give it a public title wait. */
    void lockAgreement(UUID id) {
        sql.with(handle -> handle.createQuery("select 1 from agreement.agreement where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
    }

    Optional<String> agreement(UUID id) {
        return sql.with(handle ->
                handle.createQuery("""
                        select coalesce(t.title, e.content ->> 'title', 'G-' || g.number)
                          from agreement.agreement g
                          left join project.edition e on (e.project_id, e.number) = (g.project_id, g.project_edition)
                          left join opendata.public_title t on t.agreement_id = g.id and t.superseded_by is null
                         where g.id = :id""").bind("id", id).mapTo(String.class).findOne());
    }

    void title(UUID agreement, String title, String by, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update opendata.public_title set superseded_by = :change where agreement_id = :agreement and superseded_by is null""")
                .bind("change", change)
                .bind("agreement", agreement)
                .execute());
        sql.with(handle -> handle.createUpdate("""
                        insert into opendata.public_title (agreement_id, title, given_by, recorded_by) values (:agreement, :title, :by, :change)""")
                .bind("agreement", agreement)
                .bind("title", title)
                .bind("by", by)
                .bind("change", change)
                .execute());
    }

    private static PublicationView view(ResultSet row) throws SQLException {
        return new PublicationView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getLong("number"),
                Objects.requireNonNull(row.getObject("as_of", LocalDate.class)),
                PublicationState.valueOf(row.getString("state")),
                row.getString("prepared_by"),
                Objects.requireNonNull(instant(row, "prepared_at")),
                row.getString("published_by"),
                instant(row, "published_at"),
                row.getString("acknowledgement"),
                row.getString("reason"),
                row.getLong("faults"),
                row.getLong("persons"),
                row.getBigDecimal("awarded"),
                row.getBigDecimal("disbursed"),
                row.getBigDecimal("left_out_awarded"),
                row.getBigDecimal("left_out_disbursed"),
                row.getString("licence_name"),
                row.getString("licence_url"),
                row.getLong("version"),
                List.of(),
                List.of());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
