-- The pace of an import is told by the run under way, not by the time it stood still before.
alter table registry.release
    add resumed_at     timestamptz,                       -- when the run began
    add files_before   integer not null default 0,        -- what earlier runs had read
    add records_before bigint not null default 0;
