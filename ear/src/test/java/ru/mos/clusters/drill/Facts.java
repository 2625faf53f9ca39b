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

    /** What is imported, and where it is kept. */
    enum Kind {
        REGISTER("registry.release", "phase = 'MERGE'", "coalesce(phase, state)", register()),
        OWNERSHIP(
                "ownership.import",
                "state = 'RUNNING' and files_total > 0 and files = files_total",
                "case when files_total > 0 and files = files_total then 'MERGE' else state end",
                ownership());

        final String table;
        final String merging;
        final String phase;
        private final Map<String, String> rows;

        Kind(String table, String merging, String phase, Map<String, String> rows) {
            this.table = table;
            this.merging = merging;
            this.phase = phase;
            this.rows = rows;
        }
    }

    private static Map<String, String> ownership() {
        var rows = new LinkedHashMap<String, String>();
        rows.put("import", """
                select to_jsonb(i) - '{id,uploaded_at,started_at,finished_at,node,attempts,recorded_by}'::text[]
                       || jsonb_build_object('by', (select c.action from platform.change c where c.id = i.recorded_by)) as row
                  from ownership.import i""");
        rows.put("import_problem", """
                select to_jsonb(p) - '{id,import_id}'::text[] || jsonb_build_object('import', i.file_name) as row
                  from ownership.import_problem p join ownership.import i on i.id = p.import_id""");
        rows.put("party", "select to_jsonb(p) - 'id' as row from ownership.party p");
        rows.put("identity", """
                select jsonb_build_object('one', o.key, 'other', t.key, 'same', i.same, 'reason', i.reason,
                                          'ended', i.superseded_by is not null) as row
                  from ownership.identity i
                  join ownership.party o on o.id = i.one
                  join ownership.party t on t.id = i.other""");
        rows.put("extract", """
                select to_jsonb(e) - '{id,import_id,party_id,successor_id,recorded_by,superseded_by}'::text[]
                       || jsonb_build_object('party', p.key, 'successor', s.key, 'import', i.file_name,
                                             'recorded', i.recorded_by = e.recorded_by,
                                             'ended', e.superseded_by is not null) as row
                  from ownership.extract e
                  join ownership.import i on i.id = e.import_id
                  join ownership.party p on p.id = e.party_id
                  left join ownership.party s on s.id = e.successor_id""");
        rows.put("shown", """
                select to_jsonb(s) - '{extract_id,owner_id}'::text[]
                       || jsonb_build_object('owner', o.key, 'subject', p.key, 'on', e.shown_on, 'import', i.file_name) as row
                  from ownership.shown s
                  join ownership.extract e on e.id = s.extract_id
                  join ownership.import i on i.id = e.import_id
                  join ownership.party p on p.id = e.party_id
                  join ownership.party o on o.id = s.owner_id""");
        rows.put("change", """
                select jsonb_build_object('action', c.action, 'by', c.actor, 'import', i.file_name) as row
                  from platform.change c
                  join ownership.import i on i.id::text = c.subject and c.subject_kind = 'OWNERSHIP_IMPORT'""");
        return rows;
    }

    private static Map<String, String> register() {
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

    static Facts of(Kind kind, Connection superuser) throws SQLException {
        var tables = new LinkedHashMap<String, String>();
        for (var table : kind.rows.entrySet()) {
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
