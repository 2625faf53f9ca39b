-- Relationship records that statements of the import close hold no longer from their dates on.
insert into ownership.closing (import_id, record, statement, closed_on, recorded_by)
select :id, s.record, s.statement, s.closed_on, :change
  from staged_closing s
