package ru.mos.clusters.call.council;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;

/** Protocols as the database keeps them. */
@ApplicationScoped
class ProtocolStore {

    private static final List<String> READERS =
            List.of(Role.DEPARTMENT, Role.GCKR, Role.CHIEF, Role.AUDITOR, Role.COMMISSION);

    private static final String PROTOCOLS = """
            select p.*, b.kind, b.name_ru as body_ru, b.name_en as body_en, s.call_id, 'C-' || c.number as call_code, s.held_on
              from call.protocol p
              join call.sitting s on s.id = p.sitting_id
              join call.body b on b.code = p.body
              join call.call c on c.id = s.call_id
             where p.state <> 'DROPPED'
               and (:reader or exists (select from call.seat t where t.body = p.body and t.login = :me))
            """;

    @Inject
    private Sql sql;

    @Inject
    private Caller caller;

    /** A protocol as stored. */
    record Kept(
            ProtocolLine line,
            BodyKind kind,
            @Nullable ProtocolPaper content,
            List<String> annexes,
            @Nullable String numberedBy,
            @Nullable String signedBy,
            @Nullable UUID scan,
            @Nullable String scanSha256,
            long version) {
        UUID id() {
            return line.id();
        }
    }

    void insert(UUID id, SittingLine sitting, List<String> annexes, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into call.protocol (id, body, sitting_id, state, year, annexes, recorded_by, changed_by)
                        values (:id, :body, :sitting, 'DRAFT', :year, :annexes, :change, :change)""")
                .bind("id", id)
                .bind("body", sitting.body())
                .bind("sitting", sitting.id())
                .bind("year", sitting.heldOn().getYear())
                .bindArray("annexes", String.class, annexes.toArray())
                .bind("change", change)
                .execute());
    }

    void annex(UUID id, List<String> annexes, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update call.protocol set annexes = :annexes, version = version + 1, changed_by = :change where id = :id""")
                .bind("id", id)
                .bindArray("annexes", String.class, annexes.toArray())
                .bind("change", change)
                .execute());
    }

    /** The number is the database's. */
    void number(UUID id, ProtocolPaper content, String by, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update call.protocol
                           set state = 'NUMBERED', content = cast(:content as jsonb), refers_to = cast(:refersTo as uuid), numbered_by = :by,
                               version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("id", id)
                .bind("content", Json.write(content))
                .bind(
                        "refersTo",
                        content.refersTo() == null ? null : content.refersTo().id())
                .bind("by", by)
                .bind("change", change)
                .execute());
    }

    void sign(UUID id, UUID scan, String sha256, String by, LocalDate on, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update call.protocol
                           set state = 'SIGNED', scan = :scan, scan_sha256 = :sha256, signed_by = :by, signed_on = :on,
                               version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("id", id)
                .bind("scan", scan)
                .bind("sha256", sha256)
                .bind("by", by)
                .bind("on", on)
                .bind("change", change)
                .execute());
    }

    void drop(UUID id, long change) {
        sql.with(handle ->
                handle.createUpdate("""
                        update call.protocol set state = 'DROPPED', version = version + 1, changed_by = :change where id = :id""").bind("id", id).bind("change", change).execute());
    }

    /** Nobody else changes it before the transaction ends. */
    Optional<Kept> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select id from call.protocol where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
        return find(id);
    }

    Optional<Kept> find(UUID id) {
        return sql.with(handle -> seen(handle.createQuery(PROTOCOLS + " and p.id = :id"))
                .bind("id", id)
                .map((row, context) -> kept(row))
                .findOne());
    }

    /** The latest first. */
    List<ProtocolLine> list(@Nullable UUID call, @Nullable Long before, int most) {
        return sql.with(handle -> seen(handle.createQuery(PROTOCOLS + """
                               and (cast(:call as uuid) is null or s.call_id = cast(:call as uuid))
                               and (cast(:before as bigint) is null or p.recorded_by < :before)
                             order by p.recorded_by desc limit :most"""))
                .bind("call", call)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> kept(row).line())
                .list());
    }

    private Query seen(Query query) {
        return query.bind("reader", READERS.stream().anyMatch(caller::hasRole)).bind("me", caller.login());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var number = row.getObject("number", Integer.class);
        return new Kept(
                new ProtocolLine(
                        row.getObject("id", UUID.class),
                        row.getLong("recorded_by"),
                        row.getString("body"),
                        row.getString("body_ru"),
                        row.getString("body_en"),
                        row.getObject("sitting_id", UUID.class),
                        row.getObject("call_id", UUID.class),
                        row.getString("call_code"),
                        ProtocolState.valueOf(row.getString("state")),
                        number == null ? null : number + "/" + row.getInt("year"),
                        row.getObject("held_on", LocalDate.class),
                        row.getObject("signed_on", LocalDate.class)),
                BodyKind.valueOf(row.getString("kind")),
                content(row.getString("content")),
                BodyStore.names(row, "annexes"),
                row.getString("numbered_by"),
                row.getString("signed_by"),
                row.getObject("scan", UUID.class),
                row.getString("scan_sha256"),
                row.getLong("version"));
    }

    private static @Nullable ProtocolPaper content(@Nullable String json) {
        try {
            return json == null ? null : Json.mapper().readValue(json, ProtocolPaper.class);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a stored protocol cannot be read", defect);
        }
    }

    record Earlier(UUID id, String number, LocalDate date) {}

    /** The latest signed protocol of the body about any of the sitting's applications. */
    Optional<Earlier> earlier(UUID sitting) {
        return sql.with(handle -> handle.createQuery("""
                        select p.id, p.number || '/' || p.year as number, y.held_on as date
                          from call.agenda_item i
                          join call.sitting s on s.id = i.sitting_id
                          join call.agenda_item x on x.application_id = i.application_id and x.sitting_id <> i.sitting_id
                          join call.sitting y on y.id = x.sitting_id and y.body = s.body
                          join call.protocol p on p.sitting_id = y.id and p.state = 'SIGNED'
                         where i.sitting_id = :sitting
                         order by y.held_on desc, p.recorded_by desc limit 1""")
                .bind("sitting", sitting)
                .mapTo(Earlier.class)
                .findOne());
    }

    record ScanRow(String sha256, String fileName, String mediaType) {}

    Optional<ScanRow> scan(UUID document) {
        return sql.with(handle -> handle.createQuery(
                        "select sha256, file_name, media_type from platform.document where id = :id")
                .bind("id", document)
                .mapTo(ScanRow.class)
                .findOne());
    }
}
