-- Nor do its statements.
update ownership.stake
   set superseded_by = :change
 where import_id = :id and superseded_by is null
