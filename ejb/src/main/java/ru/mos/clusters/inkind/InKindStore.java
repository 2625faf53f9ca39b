package ru.mos.clusters.inkind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.registry.SubjectName;
import ru.mos.clusters.support.rule.Purpose;

/** Requests as the database keeps them. */
@ApplicationScoped
class InKindStore {

    private static final String WANTED = """
             and (cardinality(:states) = 0 or r.state = any (:states))
             and (cast(:organisation as uuid) is null or r.organisation_id = cast(:organisation as uuid))
             and (cast(:form as text) is null or r.form = cast(:form as text))
             and (cast(:inn as text) is null or r.inn = cast(:inn as text))
             and (cast(:from as date) is null or r.asked_on >= cast(:from as date))
             and (cast(:through as date) is null or r.asked_on <= cast(:through as date))
            """;

    @Inject
    private SeenRequests seen;

    @Inject
    private Caller caller;

    @Inject
    private Sql sql;

    /** What is asked, with what was found about it. */
    record Asked(AskInKind command, @Nullable UUID cluster, String sector, InKindOffers.Offered offer) {}

    void insert(UUID id, Asked asked, LocalDate today, long change) {
        var command = asked.command();
        var paper = command.document();
        sql.with(handle -> handle.createUpdate("""
                        insert into inkind.request (id, inn, name, cluster_id, sector, offer_id, organisation_id, service, form, kind,
                               unit, quantity, capacity, persons, purpose, purpose_form, starts_on, ends_on, document_title,
                               document_number, document_date, state, asked_by, asked_on, recorded_by, changed_by)
                        values (:id, :inn, :name, cast(:cluster as uuid), :sector, :offer, :organisation, :service, :form, :kind,
                                :unit, :quantity,
                                case when :service = 'TRAINING' then cast(:persons as integer)
                                     when exists (select from inkind.service_unit s where s.service = :service and s.unit = :unit)
                                     then :quantity end,
                                cast(:persons as integer), :purpose, :purposeForm, :startsOn, :endsOn,
                                :title, :number, cast(:date as date), 'ASKED', :by, :today, :change, :change)""")
                .bind("id", id)
                .bind("inn", command.inn())
                .bind("name", command.name())
                .bind("cluster", asked.cluster())
                .bind("sector", asked.sector())
                .bind("offer", command.offer())
                .bind("organisation", asked.offer().organisation())
                .bind("service", asked.offer().service())
                .bind("form", command.form())
                .bind("kind", command.kind())
                .bind("unit", command.unit())
                .bind("quantity", command.quantity())
                .bind("persons", command.persons())
                .bind("purpose", command.purpose())
                .bind("purposeForm", Purpose.compared(command.purpose()))
                .bind("startsOn", command.startsOn())
                .bind("endsOn", command.endsOn())
                .bind("title", paper == null ? null : paper.title())
                .bind("number", paper == null ? null : paper.number())
                .bind("date", paper == null ? null : paper.date())
                .bind("by", caller.login())
                .bind("today", today)
                .bind("change", change)
                .execute());
    }

    Optional<InKindRequestView> find(UUID id) {
        return sql.with(handle -> seen.bind(handle.createQuery(requests() + " and r.id = :id"))
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    /** The request for a change: others who want to change it wait. */
    Optional<InKindRequestView> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select 1 from inkind.request where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        return find(id);
    }

    /** Whatever is decided of the same kind for the same recipient waits until this is done. */
    void alone(InKindRequestView request) {
        sql.with(handle -> handle.createQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:what, 0))) locked")
                .bind(
                        "what",
                        request.inn().digits() + " " + request.form().code() + " "
                                + request.kind().code())
                .mapTo(Integer.class)
                .one());
    }

    List<InKindRequestView> list(InKindFilter filter, PageRequest page) {
        var after = page.after();
        var order = filter.byDay()
                ? " and (:first or (coalesce(r.planned_from, r.starts_on), r.number) > (cast(:day as date), cast(:number as bigint)))"
                        + " order by coalesce(r.planned_from, r.starts_on), r.number limit :most"
                : " and (:first or r.number < cast(:number as bigint)) order by r.number desc limit :most";
        return sql.with(handle -> {
            var query = filtered(seen.bind(handle.createQuery(requests() + WANTED + order)), filter)
                    .bind("first", after.isEmpty())
                    .bind("number", after.isEmpty() ? null : after.get(after.size() - 1))
                    .bind("most", page.fetch());
            if (filter.byDay()) {
                query.bind("day", after.isEmpty() ? null : after.get(0));
            }
            return query.map((row, context) -> view(row)).list();
        });
    }

    /** Of the last row, what the order of the filter goes by. */
    static List<String> key(InKindFilter filter, InKindRequestView last) {
        var number = Long.toString(last.number());
        return filter.byDay() ? List.of(last.beginsOn().toString(), number) : List.of(number);
    }

    long count(InKindFilter filter) {
        return sql.with(handle -> filtered(
                        seen.bind(handle.createQuery(
                                "select count(*) from inkind.request r where " + SeenRequests.SEEN + WANTED)),
                        filter)
                .mapTo(Long.class)
                .one());
    }

    private String requests() {
        return sql.file(InKindStore.class, "Requests").formatted(SeenRequests.SERVED) + " " + SeenRequests.SEEN;
    }

    private static <S extends SqlStatement<S>> S filtered(S statement, InKindFilter filter) {
        return statement
                .bindArray(
                        "states",
                        String.class,
                        filter.states().stream().map(Enum::name).toList())
                .bind("organisation", filter.organisation())
                .bind("form", filter.form())
                .bind("inn", filter.inn())
                .bind("from", filter.from())
                .bind("through", filter.through());
    }

    void move(UUID id, InKindState state, @Nullable String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update inkind.request
                           set state = :state, reason = :reason, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("state", state.name())
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    void release(UUID id, List<String> findings, String reason, Paper document, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update inkind.request
                           set doubts = :findings, doubt_reason = :reason, doubt_title = :title, doubt_number = :number,
                               doubt_date = :date, doubt_by = :by, version = version + 1, changed_by = :change
                         where id = :id""")
                .bindArray("findings", String.class, findings)
                .bind("reason", reason)
                .bind("title", document.title())
                .bind("number", document.number())
                .bind("date", document.date())
                .bind("by", caller.login())
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    void approve(
            InKindRequestView request,
            BigDecimal capacity,
            Map<Integer, BigDecimal> years,
            LocalDate today,
            long change) {
        sql.with(handle -> {
            handle.createUpdate("""
                            update inkind.request
                               set state = 'APPROVED', capacity = :capacity, approved_by = :by, approved_on = :today, version = version + 1,
                                   changed_by = :change
                             where id = :id""")
                    .bind("capacity", capacity)
                    .bind("by", caller.login())
                    .bind("today", today)
                    .bind("change", change)
                    .bind("id", request.id())
                    .execute();
            years.forEach((year, amount) -> handle.createUpdate("""
                            insert into inkind.reservation (request_id, offer_id, year, amount)
                            values (:id, :offer, :year, :amount)""")
                    .bind("id", request.id())
                    .bind("offer", request.offer())
                    .bind("year", year)
                    .bind("amount", amount)
                    .execute());
            return years;
        });
    }

    /** Only what was delivered is kept; the rest is free for others. */
    void keepDelivered(InKindRequestView request, BigDecimal delivered) {
        sql.with(handle -> handle.createUpdate("""
                        update inkind.reservation set amount = greatest(round(amount * :delivered / :asked, 2), 0.01)
                         where request_id = :id and freed_by is null""")
                .bind("delivered", delivered)
                .bind("asked", request.quantity())
                .bind("id", request.id())
                .execute());
    }

    /** Nothing is kept for it any more, neither capacity nor an object. */
    void free(UUID id, long change) {
        sql.with(handle -> handle.createUpdate(
                        "update inkind.reservation set freed_by = :change where request_id = :id and freed_by is null")
                .bind("change", change)
                .bind("id", id)
                .execute());
        unbook(id, change);
    }

    private void unbook(UUID id, long change) {
        sql.with(handle -> handle.createUpdate(
                        "update inkind.booking set freed_by = :change where request_id = :id and freed_by is null")
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    void schedule(UUID id, ScheduleInKind command, long change) {
        unbook(id, change);
        var agreement = command.agreement();
        sql.with(handle -> handle.createUpdate("""
                        update inkind.request
                           set state = 'SCHEDULED', planned_from = :startsOn, planned_through = :endsOn, agreement_title = :title, agreement_number = :number,
                               agreement_date = cast(:date as date), version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("startsOn", command.startsOn())
                .bind("endsOn", command.endsOn())
                .bind("title", agreement == null ? null : agreement.title())
                .bind("number", agreement == null ? null : agreement.number())
                .bind("date", agreement == null ? null : agreement.date())
                .bind("change", change)
                .bind("id", id)
                .execute());
        if (command.object() != null) {
            sql.with(handle -> handle.createUpdate("""
                            insert into inkind.booking (id, object_id, request_id, starts_on, ends_on, recorded_by)
                            values (:booking, :object, :id, :startsOn, :endsOn, :change)""")
                    .bind("booking", UUID.randomUUID())
                    .bind("object", command.object())
                    .bind("id", id)
                    .bind("startsOn", command.startsOn())
                    .bind("endsOn", command.endsOn())
                    .bind("change", change)
                    .execute());
        }
    }

    void deliver(UUID id, DeliverInKind command, Paper document, LocalDate today, long change) {
        sql.with(handle -> handle.createUpdate(
                        "update inkind.delivery set superseded_by = :change where request_id = :id and superseded_by is null")
                .bind("change", change)
                .bind("id", id)
                .execute());
        sql.with(handle -> handle.createUpdate("""
                        insert into inkind.delivery (id, request_id, quantity, persons, starts_on, ends_on, value, document_title,
                               document_number, document_date, entered_by, entered_on, recorded_by)
                        values (:delivery, :id, :quantity, cast(:persons as integer), :startsOn, :endsOn, :value, :title, :number,
                                :date, :by, :today, :change)""")
                .bind("delivery", UUID.randomUUID())
                .bind("id", id)
                .bind("quantity", command.quantity())
                .bind("persons", command.persons())
                .bind("startsOn", command.startsOn())
                .bind("endsOn", command.endsOn())
                .bind("value", command.value())
                .bind("title", document.title())
                .bind("number", document.number())
                .bind("date", document.date())
                .bind("by", caller.login())
                .bind("today", today)
                .bind("change", change)
                .execute());
    }

    void confirm(UUID id, InKindMarks marks, UUID record, LocalDate today, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into inkind.confirmation (request_id, quality, timeliness, comment, confirmed_by, confirmed_on, record_id,
                               recorded_by)
                        values (:id, :quality, :timeliness, :comment, :by, :today, :record, :change)""")
                .bind("id", id)
                .bind("quality", marks.quality())
                .bind("timeliness", marks.timeliness())
                .bind("comment", marks.comment())
                .bind("by", caller.login())
                .bind("today", today)
                .bind("record", record)
                .bind("change", change)
                .execute());
    }

    private InKindRequestView view(ResultSet row) throws SQLException {
        var inn = new Inn(row.getString("inn"));
        var state = InKindState.valueOf(row.getString("state"));
        var form = row.getString("form");
        return new InKindRequestView(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                inn,
                SubjectName.shown(row.getString("shown_name"), inn),
                row.getObject("cluster_id", UUID.class),
                row.getString("cluster_code"),
                term(row, "sector"),
                row.getObject("offer_id", UUID.class),
                new InKindRequestView.Provider(
                        row.getObject("organisation_id", UUID.class),
                        row.getString("organisation_code"),
                        new Inn(row.getString("organisation_inn")),
                        row.getString("organisation_name")),
                term(row, "service"),
                new Term(row.getString("service"), row.getString("service_unit_ru"), row.getString("service_unit_en")),
                term(row, "form"),
                term(row, "kind"),
                term(row, "unit"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("capacity"),
                row.getObject("persons", Integer.class),
                row.getString("purpose"),
                day(row, "starts_on"),
                day(row, "ends_on"),
                paper(row, "document"),
                state,
                row.getString("asked_by"),
                day(row, "asked_on"),
                row.getString("approved_by"),
                row.getObject("approved_on", LocalDate.class),
                row.getString("reason"),
                release(row),
                paper(row, "agreement"),
                schedule(row),
                delivery(row),
                confirmation(row),
                row.getLong("version"),
                InKindLifecycle.open(
                        state,
                        form,
                        seen.party(
                                row.getBoolean("served"),
                                row.getBoolean("represented"),
                                row.getString("approved_by"),
                                row.getString("delivered_by"))));
    }

    private static Term term(ResultSet row, String name) throws SQLException {
        return new Term(row.getString(name), row.getString(name + "_ru"), row.getString(name + "_en"));
    }

    private static LocalDate day(ResultSet row, String name) throws SQLException {
        return row.getObject(name, LocalDate.class);
    }

    private static @Nullable Paper paper(ResultSet row, String name) throws SQLException {
        var title = row.getString(name + "_title");
        return title == null ? null : new Paper(title, row.getString(name + "_number"), day(row, name + "_date"));
    }

    private static InKindRequestView.@Nullable Release release(ResultSet row) throws SQLException {
        var document = paper(row, "doubt");
        return document == null
                ? null
                : new InKindRequestView.Release(
                        List.of((String[]) row.getArray("doubts").getArray()),
                        row.getString("doubt_reason"),
                        document,
                        row.getString("doubt_by"));
    }

    private static InKindRequestView.@Nullable Schedule schedule(ResultSet row) throws SQLException {
        var from = row.getObject("planned_from", LocalDate.class);
        return from == null
                ? null
                : new InKindRequestView.Schedule(
                        from,
                        day(row, "planned_through"),
                        row.getObject("object_id", UUID.class),
                        row.getString("object_name"));
    }

    private static InKindRequestView.@Nullable Delivery delivery(ResultSet row) throws SQLException {
        var id = row.getObject("delivery_id", UUID.class);
        var document = paper(row, "value");
        return id == null || document == null
                ? null
                : new InKindRequestView.Delivery(
                        id,
                        row.getBigDecimal("delivered"),
                        row.getObject("delivered_persons", Integer.class),
                        day(row, "delivered_from"),
                        day(row, "delivered_through"),
                        row.getBigDecimal("value"),
                        document,
                        row.getString("delivered_by"),
                        day(row, "delivered_on"));
    }

    private static InKindRequestView.@Nullable Confirmation confirmation(ResultSet row) throws SQLException {
        var record = row.getObject("record_id", UUID.class);
        return record == null
                ? null
                : new InKindRequestView.Confirmation(
                        new InKindMarks(row.getInt("quality"), row.getInt("timeliness"), row.getString("comment")),
                        row.getString("confirmed_by"),
                        day(row, "confirmed_on"),
                        record);
    }
}
