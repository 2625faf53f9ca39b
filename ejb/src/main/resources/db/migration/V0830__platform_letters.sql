-- Why: whoever does not look in every day learns by mail that a term comes, has come, has passed. Letters wait here until the
-- mail server takes them, whichever node sends them; nobody gets two on one day.
alter table platform.app_user add column email text
    constraint email_malformed check (length(email) <= 254 and email ~ '^[^@[:space:]<>,;:"()\[\]\\]+@[^@[:space:]<>,;:"()\[\]\\]+\.[^@[:space:]<>,;:"()\[\]\\.]+$');

create table platform.letter (
    id         uuid primary key,
    login      text not null constraint letter_login_unknown references platform.app_user,
    day        date not null,
    recipient  text not null,
    overdue    integer not null,
    due        integer not null,                           -- on the day itself
    soon       integer not null,
    queued_at  timestamptz not null default platform.now(),
    attempts   integer not null default 0,
    next_at    timestamptz default platform.now(),         -- null: sent, or given up
    sent_at    timestamptz,
    failure    text,                                       -- of the latest attempt
    constraint letter_twice unique (login, day),
    constraint letter_sent_and_waiting check (sent_at is null or next_at is null)
);
create index letter_waiting on platform.letter (next_at) where next_at is not null;
grant update (attempts, next_at, sent_at, failure) on platform.letter to ${appRole};
