-- Where facts of a graph stand: relations of extracts and single statements, by the numbers the graph gives them. A place
-- behind all relations means the extract itself, which tells of a successor.
select asked.source, 'EGRUL' as kind, e.import_id, e.file, e.shown_on as date, e.document, s.grn as record,
       coalesce(s.line, e.line) as line, case when s.extract_id is null then e.ceased_on else s.valid_from end as valid_from
  from unnest(cast(:sources as bigint[])) asked (source)
  join ownership.extract e on e.id = asked.source >> 16
  left join ownership.shown s on s.extract_id = e.id and s.position = (asked.source & 65535)
 where asked.source >= 0
 union all
select -t.row_id, case when t.statement is null then 'HAND_ENTRY' else 'BODS' end, t.import_id, i.file_name, t.document_on,
       coalesce(t.statement, t.document_title || coalesce(' № ' || t.document_number, '')), null, null, t.valid_from
  from ownership.stake t
  left join ownership.import i on i.id = t.import_id
 where -t.row_id = any(cast(:sources as bigint[]))
