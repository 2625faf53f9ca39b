package ru.mos.clusters.registry;

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
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;

/**
 * Facts about subjects that no file of the tax service holds, each from a document. One person enters a fact, another
 * confirms or refuses it; only then it is in force. What is in force is never altered: it is ended, or superseded.
 */
@Stateless
@DenyAll
public class ManualFacts {

    /** The task of the second person. */
    private static final String CONFIRM = "FACT_TO_CONFIRM";

    private static final int LONGEST_TEXT = 500;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @EJB
    private Tasks tasks;

    @Inject
    private Event<FactChanged> changed;

    static FactSource source(UUID id, String title, String number, LocalDate date) {
        return new FactSource(FactSource.Kind.HAND_ENTRY, null, null, date, title + " № " + number, id);
    }

    /**
     * Enters a fact, which then waits for a second person.
     *
     * @throws Problem {@code manual-fact-value-impossible}, {@code manual-fact-year-required},
     *     {@code manual-fact-overlaps}, {@code manual-fact-document-unknown}, {@code text-too-long}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ManualFactView enter(EnterFact command) {
        var period = DatePeriod.of(command.from(), command.to());
        command.fact().require(command.value(), period);
        requireTexts(command);
        var id = UUID.randomUUID();
        return sql.with(handle -> {
            requireFree(handle, command);
            requireFile(handle, command.file());
            long change = changes.record("FACT_ENTERED", "ENTITY", command.inn().digits(), null, command.facts(id));
            handle.createUpdate("""
                            insert into registry.manual_fact (id, inn, fact, value, valid_from, valid_until, name,
                                                              document_title, document_number, document_on, document_id,
                                                              entered_by, entered_in)
                            values (:id, :inn, :fact, :value, :from, :to, :name, :title, :number, :date,
                                    cast(:file as uuid), :by, :change)""")
                    .bind("id", id)
                    .bind("inn", command.inn())
                    .bind("fact", command.fact())
                    .bind("value", command.value())
                    .bind("from", period.from())
                    .bind("to", period.untilOrNull())
                    .bind("name", command.name())
                    .bind("title", command.document().title())
                    .bind("number", command.document().number())
                    .bind("date", command.document().date())
                    .bind("file", command.file())
                    .bind("by", caller.login())
                    .bind("change", change)
                    .execute();
            tasks.open(
                    CONFIRM,
                    Doer.second(DEPARTMENT, caller.login()),
                    "FACT",
                    subject(command.inn(), id),
                    Map.of("fact", command.fact(), "inn", command.inn().digits()),
                    null);
            return read(handle, id);
        });
    }

    /** Of which fact of whom a task speaks. */
    private static String subject(Inn inn, UUID id) {
        return inn.digits() + "/" + id;
    }

    private static void requireTexts(EnterFact command) {
        requireText(command.document().title(), "/document/title");
        requireText(command.document().number(), "/document/number");
        var name = command.name();
        if (name != null) {
            requireText(name, "/name");
        }
    }

    private static void requireText(String text, String pointer) {
        if (text.isBlank()) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, pointer).at(pointer);
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Problem(PlatformProblem.TEXT_TOO_LONG, pointer, LONGEST_TEXT).at(pointer);
        }
    }

    /** Said at once to who enters; that two confirmations never overlap is kept by the database. */
    private static void requireFree(Handle handle, EnterFact command) {
        boolean taken = handle.createQuery("""
                        select exists (select from registry.manual_fact m
                                        where m.inn = :inn and m.fact = :fact and m.recorded_by is not null
                                          and m.superseded_by is null
                                          and daterange(m.valid_from, m.valid_until) && daterange(:from, :to))""")
                .bind("inn", command.inn())
                .bind("fact", command.fact())
                .bind("from", command.from())
                .bind("to", command.to())
                .mapTo(Boolean.class)
                .one();
        if (taken) {
            throw new Problem(EntityProblem.MANUAL_FACT_OVERLAPS);
        }
    }

    private static void requireFile(Handle handle, @Nullable UUID file) {
        boolean there = file == null
                || handle.createQuery("select exists (select from platform.document d where d.id = :id)")
                        .bind("id", file)
                        .mapTo(Boolean.class)
                        .one();
        if (!there) {
            throw new Problem(EntityProblem.MANUAL_FACT_DOCUMENT_UNKNOWN, String.valueOf(file)).at("/document/file");
        }
    }

    /**
     * Puts the fact in force. Whoever entered it cannot.
     *
     * @throws Problem {@code manual-fact-unknown}, {@code manual-fact-decided}, {@code second-person-required},
     *     {@code manual-fact-overlaps}
     */
    @RolesAllowed(DEPARTMENT)
    public ManualFactView confirm(Inn inn, UUID id) {
        return sql.with(handle -> {
            var fact = undecided(handle, inn, id);
            long change = changes.record("FACT_CONFIRMED", "ENTITY", inn.digits(), null, fact);
            handle.createUpdate("""
                            update registry.manual_fact set decided_by = :by, recorded_by = :change
                             where id = :id and recorded_by is null and refusal is null""")
                    .bind("by", caller.login())
                    .bind("change", change)
                    .bind("id", id)
                    .execute();
            makeKnown(handle, id);
            changed.fire(new FactChanged(inn));
            tasks.done(CONFIRM, "FACT", subject(inn, id));
            return read(handle, id);
        });
    }

    /** From now on the subject is found by number and name, though no release shows it. */
    private static void makeKnown(Handle handle, UUID id) {
        handle.createUpdate("""
                        insert into registry.entity (inn, kind, name, search_name, ord)
                        select m.inn, case when length(m.inn) = 10 then 1 else 2 end, coalesce(m.name, m.inn),
                               registry.search_form(coalesce(m.name, m.inn)), 0
                          from registry.manual_fact m
                         where m.id = :id and m.superseded_by is null
                        on conflict (inn) do nothing""").bind("id", id).execute();
    }

    /**
     * Refuses the fact. Whoever entered it takes it back this way.
     *
     * @throws Problem {@code manual-fact-unknown}, {@code manual-fact-decided}, {@code field-required}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ManualFactView refuse(Inn inn, UUID id, String reason) {
        requireText(reason, "/reason");
        return sql.with(handle -> {
            var fact = one(handle, inn, id);
            requirePending(fact);
            if (!caller.hasRole(DEPARTMENT) && !fact.enteredBy().equals(caller.login())) {
                throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
            }
            changes.record("FACT_REFUSED", "ENTITY", inn.digits(), fact, Map.of("reason", reason));
            handle.createUpdate("""
                            update registry.manual_fact set decided_by = :by, refusal = :reason
                             where id = :id and recorded_by is null and refusal is null""")
                    .bind("by", caller.login())
                    .bind("reason", reason)
                    .bind("id", id)
                    .execute();
            tasks.done(CONFIRM, "FACT", subject(inn, id));
            return read(handle, id);
        });
    }

    /**
     * Ends a fact in force: from the day on it no longer holds. On its first day this takes it back as a whole. What was
     * known before stays known as it was.
     *
     * @throws Problem {@code manual-fact-unknown}, {@code manual-fact-ended}, {@code manual-fact-too-early}
     */
    @RolesAllowed(DEPARTMENT)
    public void end(Inn inn, UUID id, LocalDate from) {
        sql.with(handle -> {
            var fact = one(handle, inn, id);
            var to = fact.to();
            if (fact.state() != ManualFactView.State.IN_FORCE || (to != null && !from.isBefore(to))) {
                throw new Problem(EntityProblem.MANUAL_FACT_ENDED);
            }
            if (from.isBefore(fact.from())) {
                throw new Problem(EntityProblem.MANUAL_FACT_TOO_EARLY, from, fact.from());
            }
            if (fact.fact().isYearly() && !from.equals(fact.from())) {
                throw new Problem(EntityProblem.MANUAL_FACT_YEAR_REQUIRED, fact.fact());
            }
            long change = changes.record("FACT_ENDED", "ENTITY", inn.digits(), fact, Map.of("from", from));
            handle.createUpdate(sql.file(ManualFacts.class, "EndFact"))
                    .bind("id", id)
                    .bind("from", from)
                    .bind("change", change)
                    .execute();
            changed.fire(new FactChanged(inn));
            return id;
        });
    }

    private ManualFactView undecided(Handle handle, Inn inn, UUID id) {
        var fact = one(handle, inn, id);
        requirePending(fact);
        if (fact.enteredBy().equals(caller.login())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        return fact;
    }

    private static void requirePending(ManualFactView fact) {
        if (fact.state() != ManualFactView.State.PENDING) {
            throw new Problem(EntityProblem.MANUAL_FACT_DECIDED);
        }
    }

    /** The fact as it stands, locked, so that two persons who decide at once do so one after the other. */
    private static ManualFactView one(Handle handle, Inn inn, UUID id) {
        handle.createQuery("select m.row_id from registry.manual_fact m where m.id = :id for update")
                .bind("id", id)
                .mapTo(Long.class)
                .list();
        return find(handle, id)
                .filter(fact -> fact.inn().equals(inn))
                .orElseThrow(() -> new Problem(EntityProblem.MANUAL_FACT_UNKNOWN));
    }

    private static ManualFactView read(Handle handle, UUID id) {
        return find(handle, id).orElseThrow();
    }

    private static java.util.Optional<ManualFactView> find(Handle handle, UUID id) {
        return handle.createQuery(ManualFactRow.SELECT
                        + " where m.id = :id order by m.superseded_by is null desc, m.row_id desc limit 1")
                .bind("id", id)
                .mapTo(ManualFactRow.class)
                .findOne()
                .map(ManualFactRow::view);
    }

    /**
     * One fact.
     *
     * @throws Problem {@code manual-fact-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public ManualFactView fact(Inn inn, UUID id) {
        return sql.with(handle -> find(handle, id)
                .filter(fact -> fact.inn().equals(inn))
                .orElseThrow(() -> new Problem(EntityProblem.MANUAL_FACT_UNKNOWN)));
    }

    /** Facts of a state in the order in which they were entered: of PENDING, the work list of the second person. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public Slice<ManualFactView> list(ManualFactView.@Nullable State state, PageRequest page) {
        if (page.after().size() > 1) {
            throw new Problem(PlatformProblem.CURSOR_INVALID);
        }
        var rows = sql.with(handle -> handle.createQuery(ManualFactRow.SELECT + """
                         where m.row_id > :after and (cast(:state as text) is null or m.state = cast(:state as text))
                         order by m.row_id
                         limit :fetch""")
                .bind(
                        "after",
                        page.after().isEmpty()
                                ? 0L
                                : Long.parseLong(page.after().get(0)))
                .bind("state", state)
                .bind("fetch", page.fetch())
                .mapTo(ManualFactRow.class)
                .list());
        var slice = Slice.of(rows, page, row -> List.of(Long.toString(row.rowId())));
        return new Slice<>(slice.items().stream().map(ManualFactRow::view).toList(), slice.next());
    }

    /** How many facts of a state there are, of all if null. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public long count(ManualFactView.@Nullable State state) {
        return sql.with(handle ->
                handle.createQuery("""
                        select count(*)
                          from registry.manual_fact m
                         where cast(:state as text) is null or m.state = cast(:state as text)""").bind("state", state).mapTo(Long.class).one());
    }

    /** Everything entered about one subject, the latest first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public List<ManualFactView> of(Inn inn) {
        return sql
                .with(handle -> handle.createQuery(ManualFactRow.SELECT + " where m.inn = :inn order by m.row_id desc")
                        .bind("inn", inn)
                        .mapTo(ManualFactRow.class)
                        .list())
                .stream()
                .map(ManualFactRow::view)
                .toList();
    }
}
