-- Of several records of one subject the first by file and position stays; the others are reported with its place.
with doubled as (
    select inn, kind
      from registry.staged_sme
     where release_id = :release
     group by inn, kind
    having count(*) > 1
), placed as (
    select s.ctid as place, s.file_seq, s.document, s.line, s.inn,
           row_number() over w as nth, first_value(s.file_seq) over w as first_file, first_value(s.line) over w as first_line,
           first_value(s.document) over w as first_document
      from registry.staged_sme s
      join doubled using (inn, kind)
     where s.release_id = :release
    window w as (partition by s.inn, s.kind order by s.file_seq, s.position)
), reported as (
    insert into registry.problem (release_id, file, document, line, field, code, args, rejected, inn)
    select :release, f.name, p.document, p.line, case when length(p.inn) = 10 then 'ИННЮЛ' else 'ИННФЛ' end,
           'document-subject-twice', array[p.inn, e.name, coalesce(p.first_document, ''), cast(p.first_line as text)], true, p.inn
      from placed p
      join registry.release_file f on f.release_id = :release and f.seq = p.file_seq
      join registry.release_file e on e.release_id = :release and e.seq = p.first_file
     where p.nth > 1
     order by p.file_seq, p.line
)
delete from registry.staged_sme s
 using placed p
 where s.ctid = p.place and p.nth > 1
