-- What the import closed is open again.
update ownership.closing
   set superseded_by = :change
 where import_id = :id and superseded_by is null
