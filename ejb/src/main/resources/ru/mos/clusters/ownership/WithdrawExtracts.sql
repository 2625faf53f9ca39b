-- Extracts of the import say nothing any more.
update ownership.extract
   set superseded_by = :change
 where import_id = :id and superseded_by is null
