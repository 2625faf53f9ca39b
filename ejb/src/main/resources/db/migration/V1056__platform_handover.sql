-- Why: a login belongs to somebody for good, also when that person now comes by the log-in provider, when the provider's address
-- changes, or when the provider made the person anew. An administrator allows it for a login; who comes under it next has it.
create table platform.handover (
    login      text        primary key references platform.app_user,
    until      timestamptz not null,
    reason     text        not null check (btrim(reason) <> ''),
    allowed_by text        not null references platform.app_user
);
