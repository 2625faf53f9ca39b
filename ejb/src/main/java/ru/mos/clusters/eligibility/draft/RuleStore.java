package ru.mos.clusters.eligibility.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.draft.GateContext.Published;
import ru.mos.clusters.eligibility.draft.RuleContent.Basis;
import ru.mos.clusters.eligibility.draft.RuleContent.Cited;
import ru.mos.clusters.eligibility.draft.RuleContent.Clause;
import ru.mos.clusters.eligibility.draft.RuleContent.Example;
import ru.mos.clusters.eligibility.draft.RuleContent.Given;
import ru.mos.clusters.eligibility.draft.RuleContent.Value;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Sql;

/** Versions of the rules as the database keeps them: a draft as one document, a published one row by row. */
@ApplicationScoped
class RuleStore {

    private static final String DRAFTS = """
            select d.*, l.at as edited_at
              from eligibility.rule_draft d
              join platform.change l on l.id = d.changed_by
            """;

    @Inject
    private Sql sql;

    /** One version as it stands. */
    record Head(
            String code,
            int version,
            @Nullable LocalDate validFrom,
            String nameRu,
            String nameEn,
            boolean pilot,
            @Nullable String basisTitle,
            @Nullable String basisNumber,
            @Nullable LocalDate basisOn,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {

        @Nullable
        Basis basis() {
            return basisTitle == null ? null : new Basis(basisTitle, basisNumber, basisOn);
        }
    }

    /** A draft with the number of its latest change. */
    record Kept(RuleDraftView draft, long recordedBy) {}

    /** Every published version, the latest first. */
    List<Head> heads() {
        return sql.with(handle -> handle.createQuery("""
                        select r.code, r.version, r.valid_from, r.name_ru, r.name_en, r.pilot, r.basis_title,
                               r.basis_number, r.basis_on, c.actor as published_by, c.at as published_at
                          from eligibility.rule_set r
                          left join platform.change c on c.id = r.recorded_by
                         order by r.code, r.version desc""").mapTo(Head.class).list());
    }

    /** All that a published version says. */
    RuleContent content(Head head) {
        return sql.with(handle -> new RuleContent(
                head.nameRu(),
                head.nameEn(),
                head.validFrom(),
                head.pilot(),
                head.basis(),
                part(handle, head, """
                                select rule, act, edition, paragraph
                                  from eligibility.rule_citation
                                 where (rule_set, version) = (:ruleSet, :version)
                                 order by rule""").mapTo(Cited.class).list(),
                part(handle, head, """
                                select code, sector, valid_from as "from", valid_until as until, value, basis
                                  from eligibility.parameter
                                 where (rule_set, version) = (:ruleSet, :version) and superseded_by is null
                                 order by code, sector nulls first, valid_from nulls first""").mapTo(Value.class).list(),
                part(handle, head, """
                                select rule, sector, judged_on, given, expected
                                  from eligibility.rule_example
                                 where (rule_set, version) = (:ruleSet, :version)
                                 order by position""").map((row, context) -> example(row)).list(),
                part(handle, head, """
                                select of_version, decided_before, valid_until - 1 as valid_to, basis
                                  from eligibility.transition_clause
                                 where (rule_set, version) = (:ruleSet, :version)
                                 order by of_version""").mapTo(Clause.class).list()));
    }

    private static org.jdbi.v3.core.statement.Query part(Handle handle, Head head, String query) {
        return handle.createQuery(query).bind("ruleSet", head.code()).bind("version", head.version());
    }

    private static Example example(ResultSet row) throws SQLException {
        return new Example(
                RuleCode.valueOf(row.getString("rule")),
                row.getString("sector"),
                row.getObject("judged_on", LocalDate.class),
                read(row.getString("given"), Given.class),
                Outcome.valueOf(row.getString("expected")));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a stored draft cannot be read", defect);
        }
    }

    /** Writes the draft out as a version that judges: its parts first, for nothing can be added to a version that is there. */
    void publish(String ruleSet, int version, RuleContent content, long change) {
        sql.with(handle -> {
            for (var cited : content.citations()) {
                handle.createUpdate("""
                                insert into eligibility.rule_citation (rule_set, version, rule, act, edition, paragraph)
                                values (:ruleSet, :number, :rule, :act, :edition, :paragraph)""")
                        .bind("ruleSet", ruleSet)
                        .bind("number", version)
                        .bindMethods(cited)
                        .execute();
            }
            for (var value : content.parameters()) {
                handle.createUpdate("""
                                insert into eligibility.parameter
                                       (rule_set, version, code, sector, value, valid_from, valid_until, basis, recorded_by)
                                values (:ruleSet, :number, :code, :sector, :value, :from, :until, :basis, :change)""")
                        .bind("ruleSet", ruleSet)
                        .bind("number", version)
                        .bind("change", change)
                        .bindMethods(value)
                        .execute();
            }
            for (int i = 0; i < content.examples().size(); i++) {
                var example = content.examples().get(i);
                handle.createUpdate("""
                                insert into eligibility.rule_example
                                       (rule_set, version, position, rule, sector, judged_on, given, expected)
                                values (:ruleSet, :number, :position, :rule, :sector, :on, cast(:json as jsonb), :expected)""")
                        .bind("ruleSet", ruleSet)
                        .bind("number", version)
                        .bind("position", i + 1)
                        .bind("json", Json.write(example.given()))
                        .bindMethods(example)
                        .execute();
            }
            for (var clause : content.clauses()) {
                handle.createUpdate("""
                                insert into eligibility.transition_clause
                                       (rule_set, version, of_version, decided_before, valid_until, basis)
                                values (:ruleSet, :number, :ofVersion, :decidedBefore, cast(:validTo as date) + 1, :basis)""")
                        .bind("ruleSet", ruleSet)
                        .bind("number", version)
                        .bindMethods(clause)
                        .execute();
            }
            var basis = java.util.Objects.requireNonNull(content.basis());
            return handle.createUpdate("""
                            insert into eligibility.rule_set
                                   (code, version, name_ru, name_en, valid_from, pilot, basis_title, basis_number, basis_on,
                                    recorded_by)
                            values (:ruleSet, :number, :nameRu, :nameEn, :from, :pilot, :title, :paper, :date, :change)""")
                    .bind("ruleSet", ruleSet)
                    .bind("number", version)
                    .bind("nameRu", content.nameRu())
                    .bind("nameEn", content.nameEn())
                    .bind("from", content.from())
                    .bind("pilot", content.pilot())
                    .bind("title", basis.title())
                    .bind("paper", basis.number())
                    .bind("date", basis.date())
                    .bind("change", change)
                    .execute();
        });
    }

    /** Versions of one rule set as the gate compares them; nobody else publishes meanwhile where it is locked. */
    List<Published> published(String ruleSet, boolean locked) {
        return sql.with(handle -> {
            if (locked) {
                handle.execute("select pg_advisory_xact_lock(hashtext('rule_set'))");
            }
            return handle.createQuery(
                            "select version, valid_from as \"from\" from eligibility.rule_set where code = :ruleSet")
                    .bind("ruleSet", ruleSet)
                    .mapTo(Published.class)
                    .list();
        });
    }

    /** Editions of acts with their standing on a day. */
    List<ActEditionView> editions(LocalDate day) {
        return sql.with(handle -> handle.createQuery("""
                        select e.act, a.title, e.edition,
                               max(e.status) filter (where coalesce(e.valid_from, '-infinity') <= :day
                                                       and :day < coalesce(e.valid_until, 'infinity')) as status
                          from eligibility.act_edition e
                          join eligibility.act a on a.code = e.act
                         where e.superseded_by is null
                         group by e.act, a.title, e.edition
                         order by e.act, e.edition nulls first""")
                .bind("day", day)
                .mapTo(ActEditionView.class)
                .list());
    }

    Set<String> sectors() {
        return sql.with(handle -> handle.createQuery("select code from cluster.sector")
                .mapTo(String.class)
                .collect(Collectors.toSet()));
    }

    void insert(RuleDraftView draft, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into eligibility.rule_draft
                               (id, rule_set, based_on, state, content, edited_by, recorded_by, changed_by)
                        values (:id, :ruleSet, :basedOn, :state, cast(:json as jsonb), :editedBy, :change, :change)""")
                .bind("json", Json.write(draft.content()))
                .bind("change", change)
                .bindMethods(draft)
                .execute());
    }

    void update(RuleDraftView draft, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update eligibility.rule_draft
                           set state = :state, content = cast(:json as jsonb), edited_by = :editedBy,
                               comments_from = :commentsFrom, comments_until = cast(:commentsTo as date) + 1,
                               published_as = :publishedAs, published_by = :publishedBy,
                               discarded_because = :discardedBecause, version = version + 1, changed_by = :change
                         where id = :id""")
                .bind("json", Json.write(draft.content()))
                .bind("change", change)
                .bindMethods(draft)
                .execute());
    }

    /** Nobody else changes it before the transaction ends. */
    Optional<RuleDraftView> lock(UUID id) {
        sql.with(handle -> handle.createQuery("select id from eligibility.rule_draft where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
        return find(id);
    }

    Optional<RuleDraftView> find(UUID id) {
        return sql.with(handle -> handle.createQuery(DRAFTS + " where d.id = :id")
                .bind("id", id)
                .map((row, context) -> kept(row).draft())
                .findOne());
    }

    /** The latest first. */
    List<Kept> drafts(@Nullable Long before, int most) {
        return sql.with(handle -> handle.createQuery(DRAFTS + """
                        where cast(:before as bigint) is null or d.recorded_by < :before
                        order by d.recorded_by desc
                        limit :most""")
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> kept(row))
                .list());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var state = RuleState.valueOf(row.getString("state"));
        var until = row.getObject("comments_until", LocalDate.class);
        var edited = row.getObject("edited_at", OffsetDateTime.class);
        int published = row.getInt("published_as");
        return new Kept(
                new RuleDraftView(
                        row.getObject("id", UUID.class),
                        row.getString("rule_set"),
                        row.getInt("based_on"),
                        state,
                        read(row.getString("content"), RuleContent.class),
                        row.getString("edited_by"),
                        edited == null ? null : edited.toInstant(),
                        row.getObject("comments_from", LocalDate.class),
                        until == null ? null : until.minusDays(1),
                        published == 0 ? null : published,
                        row.getString("published_by"),
                        row.getString("discarded_because"),
                        row.getLong("version"),
                        RuleDraftLifecycle.events(state)),
                row.getLong("recorded_by"));
    }

    /** In the order in which they were made. */
    List<RuleCommentView> comments(UUID draft) {
        return sql.with(handle -> handle.createQuery("""
                        select m.id, m.place, m.body, c.actor as by, c.at, m.answer, a.actor as answered_by,
                               a.at as answered_at
                          from eligibility.rule_comment m
                          join platform.change c on c.id = m.recorded_by
                          left join platform.change a on a.id = m.answered_by
                         where m.draft_id = :draft
                         order by m.recorded_by""")
                .bind("draft", draft)
                .mapTo(RuleCommentView.class)
                .list());
    }

    void comment(UUID id, UUID draft, @Nullable String place, String body, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into eligibility.rule_comment (id, draft_id, place, body, recorded_by)
                        values (:id, :draft, :place, :body, :change)""")
                .bind("id", id)
                .bind("draft", draft)
                .bind("place", place)
                .bind("body", body)
                .bind("change", change)
                .execute());
    }

    /** Whether it was not answered before. */
    boolean answer(UUID comment, String answer, long change) {
        return sql.with(handle -> handle.createUpdate("""
                        update eligibility.rule_comment
                           set answer = :answer, answered_by = :change
                         where id = :id and answer is null""")
                        .bind("id", comment)
                        .bind("answer", answer)
                        .bind("change", change)
                        .execute())
                == 1;
    }
}
