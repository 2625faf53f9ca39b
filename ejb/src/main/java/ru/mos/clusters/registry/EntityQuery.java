package ru.mos.clusters.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statement that finds one stretch of a search, composed from fixed parts; what the caller typed is only ever bound.
 *
 * <p>Three traps of the planner shape it. A word that many names share must be looked up in the trigram index first and
 * put in order afterwards: ordered walking pays for every other name. The status on a date costs a function call, so it is
 * asked for the rows of the page only; where it is itself the filter, a cheap condition that it implies goes first and
 * the function is called in the order of the list until the page is full. And nothing is ever skipped by counting: a page
 * begins after the last key of the one before.
 */
final class EntityQuery {

    /** Releases that decide about the date, for the conditions which a status implies. */
    private static final String EDGE = """
            edge as materialized (
                select registry.first_ord_of(x.on_day) as first_ord, registry.first_ord_of(x.on_day + 1) as end_ord,
                       registry.first_ord_of(x.as_of + 1) as after_ord, registry.sme_columns(x.on_day, null) as ords,
                       x.as_of < x.on_day + (select d.days
                                               from registry.deciding d
                                              where d.valid_from <= x.on_day
                                              order by d.valid_from desc
                                              limit 1) as decided
                  from (select a.as_of,
                               (select registry.ord_date(max(l.ord))
                                  from registry.release l
                                 where l.kind = 'SME_REGISTER' and l.coverage = 'COMPLETE' and l.recorded_by is not null
                                   and l.same_as is null and l.withdrawn_by is null
                                   and l.ord < registry.first_ord_of(a.as_of + 1)) as on_day
                          from (select coalesce(cast(:asOf as date), platform.today()) as as_of) a) x
            ),
            """;

    /** A record that may show the subject on the date: of the deciding release, an extract, or the first one after. */
    private static final String MAY_BE_SHOWN = "(r.extract or r.first_ord >= (select after_ord from edge)"
            + " or (r.first_ord < (select end_ord from edge)"
            + " and (r.gone_ord is null or r.gone_ord > (select first_ord from edge))))";

    /** Keeps a subquery from becoming a join over the whole table: it is asked row by row until the page is full. */
    private static final String PROBED = " offset 0";

    private static final String LIMIT = "\n limit :fetch";

    private static final String TODAY = "(select coalesce(cast(:asOf as date), platform.today()))";

    private final EntitySearch search;
    private final NameQuery query;
    private final Map<String, Object> bound = new HashMap<>();
    private final StringBuilder conditions = new StringBuilder();
    /** Dearer than the others, so tried in the order of the list until the page is full. */
    private final StringBuilder later = new StringBuilder();

    private final boolean byStatus;
    private boolean fewCandidates;
    private boolean edge;

    EntityQuery(EntitySearch search, NameQuery query) {
        this.search = search;
        this.query = query;
        byStatus = search.status() != null || search.category() != null;
        var kind = search.kind();
        if (kind != null) {
            and("e.kind = :kind");
            bound.put("kind", kind.code());
        }
        var region = search.region();
        if (region != null) {
            and("e.region = :region");
            bound.put("region", region);
        }
        var activity = search.activity();
        if (activity != null) {
            and("(e.main_code >= :activity and e.main_code < :activityEnd or e.main_code = any(:wider))");
            bound.put("activity", activity);
            bound.put("activityEnd", activity + "\u007f");
            bound.put("wider", wider(activity));
        }
        var patterns = query.patterns();
        for (int i = 0; i < patterns.size() && query.number() == null; i++) {
            and("e.search_name like :word" + i);
            bound.put("word" + i, patterns.get(i));
        }
        status();
    }

    /** What :asOf and the other parameters stand for; the date and the limit are bound by who runs it. */
    Map<String, Object> bound() {
        return bound;
    }

    private void and(String condition) {
        conditions.append("\n   and ").append(condition);
    }

    private void later(String condition) {
        later.append("\n   and ").append(condition);
    }

    /** Codes that hold the given one: of {@code 26.51} these are {@code 26.5}, {@code 26}. */
    private static String[] wider(String activity) {
        return java.util.stream.IntStream.range(2, activity.length())
                .mapToObj(end -> activity.substring(0, end))
                .filter(code -> !code.endsWith("."))
                .toArray(String[]::new);
    }

    private void status() {
        var category = search.category();
        var status = search.status();
        if (category != null && status != null && status != SmeStatus.IN) {
            and("false"); // only who is in the register has a category
        } else if (category != null || status == SmeStatus.IN) {
            edge = true;
            fewCandidates = category == SmeCategory.SMALL || category == SmeCategory.MEDIUM;
            if (fewCandidates) {
                and("e.inn in (select r.inn from registry.sme_run r where r.superseded_by is null and r.category <> 1"
                        + " and r.category = :category and " + MAY_BE_SHOWN + ")");
            } else {
                later("exists (select from registry.sme_run r where r.inn = e.inn and r.superseded_by is null and "
                        + (category == null ? "" : "r.category = :category and ") + MAY_BE_SHOWN + PROBED + ")");
            }
            if (category != null) {
                bound.put("category", category.code());
            }
        } else if (status == SmeStatus.OUT) {
            edge = true;
            and("(select cardinality(ords) from edge) > 0");
            later("""
                    not exists (select from registry.sme_run r
                                 where r.inn = e.inn and r.superseded_by is null and not r.extract
                                   and exists (select from unnest((select ords from edge)) o
                                                where r.first_ord <= o and (r.gone_ord is null or o < r.gone_ord))""" + PROBED + ")");
        } else if (status == SmeStatus.UNKNOWN) {
            edge = true;
            later("""
                    ((select decided from edge) is not true
                     or e.inn in (select p.inn
                                    from registry.problem p
                                   where p.release_id in (select o & 4294967295 from unnest((select ords from edge)) o)))""");
        }
    }

    /**
     * The rows of one stretch with all that is shown of them, at most {@code :fetch}, in the order of their keys.
     *
     * @param after key of the row before, empty from the beginning; bound as {@code :afterPart, :afterKey, :afterInn}
     */
    String page(List<String> after) {
        return "with " + (edge ? EDGE : "") + found(after) + """
                select p.part, p.key, e.inn, e.ogrn, registry.kind_name(e.kind) as kind, e.name, e.region, s.status,
                       s.category, e.main_code, e.main_version, a.name as main_name
                  from page p
                  join registry.entity e on e.inn = p.inn
                 cross join lateral registry.sme_status(e.inn, (select coalesce(cast(:asOf as date), platform.today()))) s
                  left join registry.activity a on a.version = e.main_version and a.code = e.main_code
                 order by p.part, p.key, p.inn""";
    }

    /** How many there are, counting no further than {@code :most}. */
    String count() {
        var from = query.number() == null
                ? "registry.entity e" + lateral() + "\n where true" + conditions + later + exact()
                : "registry.entity e" + lateral() + "\n where (" + number("inn") + " or " + number("ogrn") + ")"
                        + conditions + later + exact();
        bindNumber();
        return "with " + (edge ? EDGE : "") + "counted as (select 1 as one from " + from
                + " limit :most)\nselect count(*) from counted";
    }

    private String found(List<String> after) {
        if (query.number() != null) {
            return byNumber(after);
        }
        if (!after.isEmpty()) {
            bound.put("afterKey", after.get(0));
            bound.put("afterInn", after.get(1));
            and("(e.search_name, e.inn) > (:afterKey, :afterInn)");
        }
        if (!query.hasTrigrams() && !fewCandidates) {
            return "page as materialized (\nselect 0 as part, e.search_name as key, e.inn\n  from registry.entity e"
                    + lateral() + "\n where true" + conditions + later + exact() + "\n order by e.search_name, e.inn"
                    + LIMIT
                    + "\n)\n";
        }
        return "hit as materialized (\nselect e.inn, e.search_name\n  from registry.entity e\n where true" + conditions
                + "\n),\npage as materialized (\nselect 0 as part, e.search_name as key, e.inn\n"
                + "  from (select inn, search_name from hit order by search_name, inn offset 0) e" + lateral()
                + "\n where true" + later + exact() + "\n order by e.search_name, e.inn" + LIMIT + "\n)\n";
    }

    /** First whose INN begins so, by INN; then whose OGRN does, by OGRN. */
    private String byNumber(List<String> after) {
        bindNumber();
        boolean second = after.size() == 3 && after.get(0).equals("1");
        var byInn = branch(0, "inn", after.size() == 3 && !second ? " and e.inn > :afterInn" : "");
        var byOgrn = branch(
                1,
                "ogrn",
                " and not (" + number("inn") + ")" + (second ? " and (e.ogrn, e.inn) > (:afterKey, :afterInn)" : ""));
        if (after.size() == 3) {
            bound.put("afterKey", after.get(1));
            bound.put("afterInn", after.get(2));
        }
        return "page as materialized (\nselect * from (" + (second ? "" : byInn + "\nunion all\n") + byOgrn
                + ") found\n order by part, key, inn" + LIMIT + "\n)\n";
    }

    private String branch(int part, String column, String more) {
        return "(select " + part + " as part, e." + column + " as key, e.inn\n  from registry.entity e" + lateral()
                + "\n where " + number(column) + more + conditions + later + exact() + "\n order by e." + column
                + (part == 0 ? "" : ", e.inn") + LIMIT + ")";
    }

    private static String number(String column) {
        return "e." + column + " >= :number and e." + column + " < :numberEnd";
    }

    private void bindNumber() {
        var number = query.number();
        if (number != null) {
            bound.put("number", number);
            bound.put("numberEnd", number + ":"); // the character after 9
        }
    }

    private String lateral() {
        return byStatus ? "\n cross join lateral registry.sme_status(e.inn, " + TODAY + ") s" : "";
    }

    private String exact() {
        var status = search.status();
        var category = search.category();
        if (status != null) {
            bound.put("status", status.name());
        }
        if (category != null) {
            bound.put("categoryName", category.name());
        }
        return (status == null ? "" : " and s.status = :status")
                + (category == null ? "" : " and s.category = :categoryName");
    }
}
