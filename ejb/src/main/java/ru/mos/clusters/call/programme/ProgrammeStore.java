package ru.mos.clusters.call.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Sql;

/** Programmes as the database keeps them: the plan line by line, superseded and never overwritten. */
@ApplicationScoped
class ProgrammeStore {

    @Inject
    private Sql sql;

    private record Head(
            String code,
            String nameRu,
            String nameEn,
            int firstYear,
            int lastYear,
            LocalDate firstAwardOn,
            long version) {}

    private record Act(
            String programme,
            String act,
            String title,
            @Nullable LocalDate edition) {}

    private record Line(
            String programme,
            String code,
            String nameRu,
            String nameEn,
            @Nullable Integer year,
            @Nullable BigDecimal amount) {}

    /** What is called under a measure in a year; without a year where a call says nothing of money yet. */
    record Called(
            String measure,
            @Nullable Integer year,
            @Nullable BigDecimal amount) {}

    /** By code, with their plans. */
    List<ProgrammeView> programmes(@Nullable String code, PageRequest page) {
        return sql.with(handle -> {
            var heads = handle.createQuery("""
                            select code, name_ru, name_en, first_year, last_year, first_award_on, version
                              from call.programme
                             where (cast(:code as text) is null or code = :code)
                               and (cast(:after as text) is null or code > :after)
                             order by code
                             limit :fetch""")
                    .bind("code", code)
                    .bind("after", page.after().isEmpty() ? null : page.after().get(0))
                    .bind("fetch", page.fetch())
                    .mapTo(Head.class)
                    .list();
            var codes = heads.stream().map(Head::code).toList();
            var acts = acts(handle, codes);
            var lines = lines(handle, codes);
            return heads.stream().map(head -> view(head, acts, lines)).toList();
        });
    }

    private static List<Act> acts(Handle handle, List<String> codes) {
        return handle.createQuery("""
                        select p.programme, p.act, a.title, p.edition
                          from call.programme_act p
                          join eligibility.act a on a.code = p.act
                         where p.superseded_by is null and p.programme = any(:codes)
                         order by p.act""")
                .bindArray("codes", String.class, codes)
                .mapTo(Act.class)
                .list();
    }

    private static List<Line> lines(Handle handle, List<String> codes) {
        return handle.createQuery("""
                        select m.programme, m.code, m.name_ru, m.name_en, l.year, l.amount
                          from call.measure m
                          left join call.plan_line l
                            on (l.programme, l.measure) = (m.programme, m.code) and l.superseded_by is null
                         where m.programme = any(:codes) and m.position > 0
                         order by m.position, l.year""")
                .bindArray("codes", String.class, codes)
                .mapTo(Line.class)
                .list();
    }

    private static ProgrammeView view(Head head, List<Act> acts, List<Line> lines) {
        return new ProgrammeView(
                head.code(),
                head.nameRu(),
                head.nameEn(),
                head.firstYear(),
                head.lastYear(),
                head.firstAwardOn(),
                acts.stream()
                        .filter(act -> act.programme().equals(head.code()))
                        .map(act -> new ProgrammeView.Act(act.act(), act.title(), act.edition()))
                        .toList(),
                lines.stream()
                        .filter(line -> line.programme().equals(head.code()))
                        .collect(Collectors.groupingBy(Line::code, java.util.LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(ProgrammeStore::measure)
                        .toList(),
                head.version());
    }

    private static Measure measure(List<Line> lines) {
        var first = lines.get(0);
        return new Measure(
                first.code(),
                first.nameRu(),
                first.nameEn(),
                lines.stream()
                        .filter(line -> line.year() != null)
                        .map(line -> new PlanLine(
                                Objects.requireNonNull(line.year()), Objects.requireNonNull(line.amount())))
                        .toList());
    }

    /** Whoever publishes a call under it, or changes it, comes one after the other. */
    void lock(String code) {
        sql.with(handle -> handle.createQuery("select code from call.programme where code = :code for update")
                .bind("code", code)
                .mapTo(String.class)
                .findOne());
    }

    /** Whether there was none of the code. */
    boolean insert(PlanProgramme command, long change) {
        return sql.with(handle -> handle.createUpdate("""
                        insert into call.programme
                               (code, name_ru, name_en, first_year, last_year, first_award_on, recorded_by, changed_by)
                        values (:code, :nameRu, :nameEn, :firstYear, :lastYear, :firstAwardOn, :change, :change)
                        on conflict (code) do nothing""")
                        .bindMethods(command)
                        .bind("change", change)
                        .execute())
                == 1;
    }

    void update(PlanProgramme command, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update call.programme
                           set name_ru = :nameRu, name_en = :nameEn, first_year = :firstYear, last_year = :lastYear,
                               first_award_on = :firstAwardOn, version = version + 1, changed_by = :change
                         where code = :code""")
                .bindMethods(command)
                .bind("change", change)
                .execute());
    }

    /** Acts, measures and plan lines as the command says; what no longer holds is superseded. */
    void plan(PlanProgramme command, long change) {
        sql.with(handle -> {
            supersede(handle, "call.programme_act", command.code(), change);
            command.acts()
                    .forEach(act -> handle.createUpdate("""
                            insert into call.programme_act (programme, act, edition, recorded_by)
                            values (:programme, :act, cast(:edition as date), :change)""")
                            .bind("programme", command.code())
                            .bind("act", act.act())
                            .bind("edition", act.edition())
                            .bind("change", change)
                            .execute());
            // a measure that left the plan keeps its row for what rests on it, without a place
            handle.createUpdate("update call.measure set position = 0 where programme = :programme")
                    .bind("programme", command.code())
                    .execute();
            supersede(handle, "call.plan_line", command.code(), change);
            for (int i = 0; i < command.measures().size(); i++) {
                measure(handle, command.code(), command.measures().get(i), i + 1, change);
            }
            return command.measures().size();
        });
    }

    private static void supersede(Handle handle, String table, String programme, long change) {
        handle.createUpdate("update " + table + " set superseded_by = :change"
                        + " where programme = :programme and superseded_by is null")
                .bind("change", change)
                .bind("programme", programme)
                .execute();
    }

    private static void measure(Handle handle, String programme, Measure measure, int position, long change) {
        handle.createUpdate("""
                        insert into call.measure (programme, code, name_ru, name_en, position)
                        values (:programme, :code, :nameRu, :nameEn, :position)
                        on conflict (programme, code)
                        do update set name_ru = excluded.name_ru, name_en = excluded.name_en, position = excluded.position""")
                .bind("programme", programme)
                .bind("position", position)
                .bindMethods(measure)
                .execute();
        measure.plan()
                .forEach(line -> handle.createUpdate("""
                        insert into call.plan_line (programme, measure, year, amount, recorded_by)
                        values (:programme, :measure, :year, :amount, :change)""")
                        .bind("programme", programme)
                        .bind("measure", measure.code())
                        .bind("year", line.year())
                        .bind("amount", line.amount())
                        .bind("change", change)
                        .execute());
    }

    /** Of a cancelled call only what was awarded is taken. */
    List<Called> called(String programme) {
        return sql.with(
                handle -> handle.createQuery("""
                        select c.measure, m.year,
                               sum(case when c.state = 'CANCELLED'
                                        then (select coalesce(sum(a.amount), 0) from call.award a
                                               where (a.call_id, a.year, a.kbk) = (m.call_id, m.year, m.kbk))
                                        else m.amount end) as amount
                          from call.call c
                          left join call.money m on m.call_id = c.id
                         where c.programme = :programme and c.state <> 'DISCARDED'
                         group by c.measure, m.year
                        having m.year is null or sum(m.amount) > 0""").bind("programme", programme).mapTo(Called.class).list().stream()
                        .filter(called ->
                                called.amount() == null || called.amount().signum() > 0)
                        .toList());
    }
}
