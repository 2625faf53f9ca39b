-- Nor do its statements, nor do the ends that they gave to earlier ones hold.
update ownership.stake t
   set superseded_by = :change
  from ownership.import i
 where i.id = :id and t.superseded_by is null and t.statement is not null
   and (t.import_id = i.id or t.recorded_by = i.recorded_by)
