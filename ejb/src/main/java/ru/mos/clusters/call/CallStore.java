package ru.mos.clusters.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.calendar.WorkingDays;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Sql;

/** Calls as the database keeps them: what is being written as one document, what holds as editions and lines of money. */
@ApplicationScoped
class CallStore {

    private static final String CALLS = """
            select c.*, e.terms, e.assessment_to, e.decision_to, l.at as edited_at
              from call.call c
              join platform.change l on l.id = c.changed_by
              left join call.edition e on (e.call_id, e.number) = (c.id, c.edition)
            """;

    /**
     * The phase that {@link CallPhase#at} tells, for filters.
     */
    private static final String PHASE = """
            case when c.edition = 0 or c.state in ('CANCELLED', 'COMPLETED') then null
                 when platform.today() < cast(e.terms ->> 'announcedOn' as date) then 'EXPECTED'
                 when platform.now() < cast(e.terms ->> 'intakeFrom' as timestamptz) then 'ANNOUNCED'
                 when platform.now() < cast(e.terms ->> 'intakeUntil' as timestamptz) then 'INTAKE'
                 when platform.today() <= e.assessment_to then 'ASSESSMENT'
                 when platform.today() <= e.decision_to then 'DECISION'
                 else 'OVER' end""";

    @Inject
    private Sql sql;

    /** A call as stored. */
    record Kept(
            UUID id,
            long number,
            String programme,
            String measure,
            CallState state,
            @Nullable CallTerms draft,
            @Nullable CallTerms published,
            @Nullable LocalDate assessmentTo,
            @Nullable LocalDate decisionTo,
            @Nullable String because,
            String editedBy,
            @Nullable Instant editedAt,
            int edition,
            long version,
            long recordedBy) {

        /** What is being written, or else what holds. */
        CallTerms latest() {
            return draft == null ? Objects.requireNonNull(published) : draft;
        }

        CallTerms written() {
            return Objects.requireNonNull(draft, "nothing is being written");
        }

        /** What holds, or else what is being written. */
        CallTerms holding() {
            return published == null ? written() : published;
        }

        /** Dates of what holds, as they were counted when it was published. */
        @Nullable
        CallSchedule schedule(WorkingDays calendar) {
            if (published == null) {
                return CallSchedule.of(written(), calendar).orElse(null);
            }
            return new CallSchedule(
                    Objects.requireNonNull(published.announcedOn()),
                    Objects.requireNonNull(published.intakeFrom()),
                    Objects.requireNonNull(published.intakeUntil()),
                    Objects.requireNonNull(assessmentTo),
                    Objects.requireNonNull(decisionTo));
        }

        String code() {
            return "C-" + number;
        }
    }

    /** The number is the database's. */
    void insert(UUID id, String programme, String measure, CallTerms terms, String editedBy, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into call.call (id, programme, measure, state, draft, edited_by, recorded_by, changed_by)
                        values (:id, :programme, :measure, 'DRAFT', cast(:json as jsonb), :editedBy, :change, :change)""")
                .bind("id", id)
                .bind("programme", programme)
                .bind("measure", measure)
                .bind("json", Json.write(terms))
                .bind("editedBy", editedBy)
                .bind("change", change)
                .execute());
    }

    void update(
            UUID id,
            CallState state,
            @Nullable CallTerms draft,
            @Nullable String because,
            String editedBy,
            int edition,
            long change) {
        sql.with(handle -> handle.createUpdate("""
                        update call.call
                           set state = :state, draft = cast(:json as jsonb), because = :because, edited_by = :editedBy,
                               edition = :edition, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("id", id)
                .bind("state", state)
                .bind("json", Json.write(draft))
                .bind("because", because)
                .bind("editedBy", editedBy)
                .bind("edition", edition)
                .bind("change", change)
                .execute());
    }

    /** The written terms as the next edition, and its money as what is confirmed from now on. */
    void publish(Kept call, CallSchedule schedule, String by, long change) {
        var terms = call.written();
        sql.with(handle -> {
            handle.createUpdate("""
                            insert into call.edition (call_id, number, terms, assessment_to, decision_to, because, edited_by,
                                                      published_by, recorded_by)
                            values (:id, :number, cast(:json as jsonb), :assessmentTo, :decisionTo, :because, :editedBy, :by,
                                    :change)""")
                    .bind("id", call.id())
                    .bind("number", call.edition() + 1)
                    .bind("json", Json.write(terms))
                    .bind("assessmentTo", schedule.assessmentTo())
                    .bind("decisionTo", schedule.decisionTo())
                    .bind("because", call.edition() == 0 ? null : call.because())
                    .bind("editedBy", call.editedBy())
                    .bind("by", by)
                    .bind("change", change)
                    .execute();
            handle.createUpdate("""
                            update call.money set amount = 0
                             where call_id = :id
                               and not exists (select from jsonb_array_elements(cast(:json as jsonb) -> 'money') line
                                                where cast(line ->> 'year' as integer) = year and line ->> 'kbk' = kbk)""")
                    .bind("id", call.id())
                    .bind("json", Json.write(terms))
                    .execute();
            terms.money()
                    .forEach(line -> handle.createUpdate("""
                            insert into call.money (call_id, year, kbk, amount) values (:id, :year, :kbk, :amount)
                            on conflict (call_id, year, kbk) do update set amount = excluded.amount""")
                            .bind("id", call.id())
                            .bind("year", line.year())
                            .bind("kbk", line.kbk())
                            .bind("amount", line.amount())
                            .execute());
            return terms.money().size();
        });
    }

    /** Constraints of money speak here and not at the commit, where nobody hears which it was. */
    void settle() {
        sql.with(handle -> handle.execute("set constraints call.published_money, call.awarded_within immediate"));
    }

    /** Whether money was given to somebody by a call. */
    boolean isAwarded(UUID id) {
        return sql.with(handle -> handle.createQuery("select exists (select from call.award where call_id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether something of a call is still to be decided, carried out, or may be appealed against on a day. */
    boolean isUndecided(UUID id, LocalDate on) {
        return sql.with(handle -> handle.createQuery("select call.is_undecided(:id, :on)")
                .bind("id", id)
                .bind("on", on)
                .mapTo(Boolean.class)
                .one());
    }

    /** Nobody else changes it before the transaction ends. */
    Optional<Kept> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select id from call.call where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
        return find(id);
    }

    Optional<Kept> find(UUID id) {
        return sql.with(handle -> handle.createQuery(CALLS + " where c.id = :id")
                .bind("id", id)
                .map((row, context) -> kept(row))
                .findOne());
    }

    /** The latest first. */
    List<Kept> calls(CallFilter filter, boolean alsoUnpublished, @Nullable Long before, int most) {
        return sql.with(handle -> filtered(handle, CALLS + where() + """
                                 and (cast(:before as bigint) is null or c.recorded_by < :before)
                               order by c.recorded_by desc
                               limit :most""", filter, alsoUnpublished)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> kept(row))
                .list());
    }

    long count(CallFilter filter, boolean alsoUnpublished) {
        return sql.with(handle -> filtered(
                        handle,
                        "select count(*) from call.call c left join call.edition e"
                                + " on (e.call_id, e.number) = (c.id, c.edition)" + where(),
                        filter,
                        alsoUnpublished)
                .mapTo(Long.class)
                .one());
    }

    private static String where() {
        return """
                 where (cast(:programme as text) is null or c.programme = :programme)
                   and (cast(:state as text) is null or c.state = :state)
                   and (:alsoUnpublished or c.edition > 0)
                   and (cast(:phase as text) is null or :phase = %s)
                """.formatted(PHASE);
    }

    private static Query filtered(Handle handle, String query, CallFilter filter, boolean alsoUnpublished) {
        return handle.createQuery(query)
                .bind("programme", filter.programme())
                .bind("state", filter.state())
                .bind("phase", filter.phase())
                .bind("alsoUnpublished", alsoUnpublished);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var edited = row.getObject("edited_at", OffsetDateTime.class);
        return new Kept(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("programme"),
                row.getString("measure"),
                CallState.valueOf(row.getString("state")),
                read(row.getString("draft")),
                read(row.getString("terms")),
                row.getObject("assessment_to", LocalDate.class),
                row.getObject("decision_to", LocalDate.class),
                row.getString("because"),
                row.getString("edited_by"),
                edited == null ? null : edited.toInstant(),
                row.getInt("edition"),
                row.getLong("version"),
                row.getLong("recorded_by"));
    }

    private static @Nullable CallTerms read(@Nullable String json) {
        try {
            return json == null ? null : Json.mapper().readValue(json, CallTerms.class);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a stored call cannot be read", defect);
        }
    }

    /** In the order in which they were published, each with what it made otherwise. */
    List<CallEdition> editions(UUID call) {
        var editions = sql.with(handle -> handle.createQuery("""
                        select e.*, c.at
                          from call.edition e
                          join platform.change c on c.id = e.recorded_by
                         where e.call_id = :call
                         order by e.number""")
                .bind("call", call)
                .map((row, context) -> edition(row))
                .list());
        return java.util.stream.IntStream.range(0, editions.size())
                .mapToObj(at -> at == 0 ? editions.get(0) : compared(editions.get(at - 1), editions.get(at)))
                .toList();
    }

    private static CallEdition edition(ResultSet row) throws SQLException {
        var terms = Objects.requireNonNull(read(row.getString("terms")));
        var at = row.getObject("at", OffsetDateTime.class);
        return new CallEdition(
                row.getInt("number"),
                terms,
                new CallSchedule(
                        Objects.requireNonNull(terms.announcedOn()),
                        Objects.requireNonNull(terms.intakeFrom()),
                        Objects.requireNonNull(terms.intakeUntil()),
                        row.getObject("assessment_to", LocalDate.class),
                        row.getObject("decision_to", LocalDate.class)),
                row.getString("because"),
                row.getString("edited_by"),
                row.getString("published_by"),
                at == null ? null : at.toInstant(),
                List.of());
    }

    private static CallEdition compared(CallEdition before, CallEdition after) {
        return new CallEdition(
                after.number(),
                after.terms(),
                after.schedule(),
                after.because(),
                after.editedBy(),
                after.publishedBy(),
                after.publishedAt(),
                TermsChange.between(before.terms(), after.terms()));
    }

    /** The call of an id or of a code. */
    Optional<UUID> resolve(String idOrCode) {
        return sql.with(handle -> handle.createQuery(
                        "select id from call.call where cast(id as text) = lower(:it) or 'C-' || number = upper(:it)")
                .bind("it", idOrCode)
                .mapTo(UUID.class)
                .findOne());
    }

    private record Title(String code, String title) {}

    /** Titles of acts by their codes: whoever may read a call may read what it rests on. */
    Map<String, String> titles(List<String> acts) {
        var titles = new HashMap<String, String>();
        sql.with(handle -> handle.createQuery("select code, title from eligibility.act where code = any(:codes)")
                        .bindArray("codes", String.class, acts)
                        .mapTo(Title.class)
                        .list())
                .forEach(act -> titles.put(act.code(), act.title()));
        return titles;
    }

    /** Names of a version of rules in both languages. */
    record RuleNames(String nameRu, String nameEn) {}

    Optional<RuleNames> ruleNames(String reference) {
        return sql.with(handle -> handle.createQuery("""
                        select name_ru, name_en from eligibility.rule_set where code || ':' || version = :reference""")
                .bind("reference", reference)
                .mapTo(RuleNames.class)
                .findOne());
    }

    private record Taken(int year, BigDecimal amount) {}

    /** What other calls of the measure have confirmed, by year; of a cancelled one only what was awarded. */
    Map<Integer, BigDecimal> taken(Kept call) {
        var taken = new HashMap<Integer, BigDecimal>();
        sql.with(handle -> handle.createQuery("""
                                select m.year,
                                       sum(case when c.state = 'CANCELLED'
                                                then (select coalesce(sum(a.amount), 0) from call.award a
                                                       where (a.call_id, a.year, a.kbk) = (m.call_id, m.year, m.kbk))
                                                else m.amount end) as amount
                                  from call.money m
                                  join call.call c on c.id = m.call_id
                                 where (c.programme, c.measure) = (:programme, :measure) and c.id <> :id
                                 group by m.year""")
                        .bind("programme", call.programme())
                        .bind("measure", call.measure())
                        .bind("id", call.id())
                        .mapTo(Taken.class)
                        .list())
                .forEach(line -> taken.put(line.year(), line.amount()));
        return taken;
    }
}
