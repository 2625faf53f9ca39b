package ru.mos.clusters.drill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All rows that imports leave behind, as one digest a table. What lawfully differs between two runs (numbers given out in
 * turn, instants, the server's name) is left out, and references are followed to what they mean.
 */
record Facts(Map<String, String> tables) {

    private static final Map<String, String> ROWS = rows();

    private static Map<String, String> rows() {
        var rows = new LinkedHashMap<String, String>();
        rows.put("release", """
                select to_jsonb(r) - '{id,uploaded_at,started_at,finished_at,job_execution,node,attempts,ord,recorded_by,path}'
                           ::text[]
                       || jsonb_build_object('by', (select c.action from platform.change c where c.id = r.recorded_by)) as row
                  from registry.release r""");
        rows.put("release_file", """
                select to_jsonb(f) - 'release_id' || jsonb_build_object('release', r.file_name) as row
                  from registry.release_file f join registry.release r on r.id = f.release_id""");
        rows.put("problem", """
                select to_jsonb(p) - '{id,release_id}'::text[] || jsonb_build_object('release', r.file_name) as row
                  from registry.problem p join registry.release r on r.id = p.release_id""");
        rows.put("activity", "select to_jsonb(a) as row from registry.activity a");
        rows.put("sme_run", """
                select to_jsonb(s) - '{id,first_ord,gone_ord,release_id,recorded_by,superseded_by}'::text[]
                       || jsonb_build_object('first', f.file_name, 'gone', g.file_name, 'release', r.file_name,
                                             'recorded', c.file_name, 'superseded', d.file_name) as row
                  from registry.sme_run s
                  join registry.release r on r.id = s.release_id
                  left join registry.release f on f.ord = s.first_ord
                  left join registry.release g on g.ord = s.gone_ord
                  left join registry.release c on c.recorded_by = s.recorded_by
                  left join registry.release d on d.recorded_by = s.superseded_by""");
        rows.put("entity", """
                select to_jsonb(e) - 'ord' || jsonb_build_object('release', r.file_name) as row
                  from registry.entity e left join registry.release r on r.ord = e.ord""");
        rows.put("staged", """
                select to_jsonb(s) as row from registry.staged_sme s union all
                select to_jsonb(s) from registry.staged_figure s union all
                select to_jsonb(s) from registry.staged_activity s""");
        rows.put("change", """
                select jsonb_build_object('action', c.action, 'by', c.actor, 'release', r.file_name) as row
                  from platform.change c join registry.release r on r.id::text = c.subject and c.subject_kind = 'RELEASE'""");
        return rows;
    }

    static Facts of(Connection superuser) throws SQLException {
        var tables = new LinkedHashMap<String, String>();
        for (var table : ROWS.entrySet()) {
            try (var statement = superuser.createStatement();
                    var digest = statement.executeQuery(
                            "select count(*) || ' rows ' || coalesce(md5(string_agg(md5(row::text),"
                                    + " '' order by md5(row::text))), '-') from (" + table.getValue() + ") all_rows")) {
                digest.next();
                tables.put(table.getKey(), digest.getString(1));
            }
        }
        return new Facts(tables);
    }

    /** The tables in which the other differs; "equal" if there are none. */
    String difference(Facts other) {
        var different = new StringBuilder();
        tables.forEach((table, rows) -> {
            if (!rows.equals(other.tables.get(table))) {
                different
                        .append(different.isEmpty() ? "" : "; ")
                        .append(table)
                        .append(": ")
                        .append(rows)
                        .append(" <> ")
                        .append(other.tables.get(table));
            }
        });
        return different.isEmpty() ? "equal" : different.toString();
    }
}
