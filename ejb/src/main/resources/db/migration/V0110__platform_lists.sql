-- Why: an open task of one kind about one subject is there once; tasks are read by due date, the audit trail by what was
-- done and from where.

create unique index task_open_once on platform.task (kind, subject_kind, subject) where closed_by is null;
create index task_due on platform.task (coalesce(due, 'infinity'), id) where closed_by is null;
create index change_action on platform.change (action, id);
create index change_address on platform.change (address, id);
