-- Why: a statement of BODS may close a relationship record of an earlier file without a word of its interests. And a party
-- bears the latest name that a source gives it.
create table ownership.closing (
    id            bigint generated always as identity primary key,
    import_id     bigint not null constraint closing_import_unknown references ownership.import,
    record        text collate "C" not null,             -- recordId of the relationship
    statement     text not null,                         -- statementId that closes it
    closed_on     date not null,                         -- from this day on it does not hold
    recorded_by   bigint not null constraint closing_change_unknown references platform.change,
    superseded_by bigint constraint closing_supersession_unknown references platform.change
);
create index closing_of_record on ownership.closing (record);
create index closing_of_import on ownership.closing (import_id);
grant update (superseded_by) on ownership.closing to ${appRole};

alter table ownership.party add named_on date;           -- the day of the source of its name, unless that is an extract of its own
grant update (named_on) on ownership.party to ${appRole};
