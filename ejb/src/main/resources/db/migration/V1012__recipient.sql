-- Why: what is in our register of recipients goes to the tax service's, file by file: one person makes a file up, another lets it
-- go. What may not go is held back, each with its reason. Answers say what was taken and under which number.
create schema recipient;
grant usage on schema recipient to ${appRole};
alter default privileges in schema recipient grant select, insert on tables to ${appRole};
alter default privileges in schema recipient grant usage on sequences to ${appRole};

create table recipient.batch (
    id             uuid primary key,
    number         bigint generated always as identity constraint batch_number_taken unique,
    state          text not null constraint batch_state_unknown check (state in
                   ('PREPARED', 'HELD_ONLY', 'RELEASED', 'ANSWERED', 'CANCELLED')),
    composed_on    date not null,
    format_version text not null,
    file_name      text not null constraint batch_file_name_taken unique,
    sha256         text,                                 -- of the file; null: nothing in it may be sent
    size           bigint,
    documents      integer not null,
    held           integer not null,
    prepared_by    text not null,
    released_by    text,
    released_on    date,
    reason         text,                                 -- why it was put away
    version        bigint not null default 1,
    recorded_by    bigint not null constraint batch_change_unknown references platform.change,
    changed_by     bigint not null constraint batch_last_change_unknown references platform.change,
    constraint second_person_required check (released_by <> prepared_by),
    constraint batch_unreleased check ((state in ('RELEASED', 'ANSWERED')) = (released_by is not null and released_on is not null)),
    constraint batch_reason_missing check ((state = 'CANCELLED') = (reason is not null)),
    constraint batch_file_missing check ((documents = 0) = (sha256 is null)),
    constraint batch_without_documents check (state not in ('RELEASED', 'ANSWERED') or documents > 0)
);
create unique index batch_prepared_twice on recipient.batch ((state)) where state = 'PREPARED';
grant update (state, sha256, size, documents, held, released_by, released_on, reason, version, changed_by) on recipient.batch to ${appRole};

-- A document of the file: a support as it stood then.
create table recipient.item (
    batch_id        uuid not null constraint item_batch_unknown references recipient.batch,
    position        integer not null constraint item_position_malformed check (position > 0),
    document_id     uuid not null constraint item_document_twice unique,         -- ИдДок
    record_id       uuid not null,
    row_id          bigint not null constraint item_record_unknown references support.record,
    action          text not null constraint item_action_unknown check (action in ('CREATE', 'CORRECT', 'STOP', 'VIOLATION')),
    inn             text collate "C" not null,
    ogrn            text,
    name            text not null,                       -- full
    subject         text not null constraint item_subject_unknown check (subject in ('COMPANY', 'ENTREPRENEUR', 'SELF_EMPLOYED')),
    category        text not null constraint item_category_unknown check (category in ('MICRO', 'SMALL', 'MEDIUM', 'NONE')),
    form_code       text not null,
    kind_code       text not null,
    facts           text not null,                       -- what it tells of the support, digested
    stopped_on      date,
    violations      text not null,                       -- what it tells of violations
    outcome         text constraint item_outcome_unknown check (outcome in ('ACCEPTED', 'REFUSED')),
    register_number text collate "C",                    -- ИдПоддерж
    primary key (batch_id, position),
    constraint item_code_unknown foreign key (form_code, kind_code) references support.register_kind,
    constraint item_number_missing check ((outcome is not distinct from 'ACCEPTED') = (register_number is not null))
);
create index item_of_record on recipient.item (record_id);
create index item_refused on recipient.item (record_id, batch_id) where outcome = 'REFUSED';
grant update (outcome, register_number, row_id) on recipient.item to ${appRole};

-- A support that was not put into the file.
create table recipient.held (
    batch_id  uuid not null constraint held_batch_unknown references recipient.batch,
    position  integer not null constraint held_position_malformed check (position > 0),
    record_id uuid not null,
    row_id    bigint not null constraint held_record_unknown references support.record,
    reason    text not null constraint held_reason_unknown check (reason in
              ('ASSOCIATION', 'NOT_SME', 'STATUS_UNKNOWN', 'SELF_EMPLOYED_UNPROVEN', 'NAME_MISSING', 'NAME_UNFIT', 'OGRN_MALFORMED',
               'CODE_MISSING', 'ANNULLED')),
    primary key (batch_id, position)
);
create index held_of_record on recipient.held (record_id);

create table recipient.answer (
    id          uuid primary key,
    batch_id    uuid not null constraint answer_batch_unknown references recipient.batch,
    file_name   text not null,
    sha256      text not null,
    accepted    integer not null,
    refused     integer not null,
    recorded_by bigint not null constraint answer_change_unknown references platform.change,
    constraint answer_taken_twice unique (batch_id, sha256)
);

-- What was let go is kept as it went.
create function recipient.refuse_change_of_released() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state in ('CANCELLED', 'ANSWERED', 'HELD_ONLY')
       or (old.state = 'RELEASED' and (old.sha256, old.documents, old.held, old.released_by) is distinct from
                                      (new.sha256, new.documents, new.held, new.released_by)) then
        raise exception 'released' using errcode = 'check_violation', constraint = 'batch_settled';
    end if;
    return new;
end $$;
create trigger kept before update or delete on recipient.batch for each row execute function recipient.refuse_change_of_released();

-- An answer is given once.
create function recipient.refuse_other_outcome() returns trigger
    language plpgsql as $$
begin
    if old.outcome is not null and (old.outcome, old.register_number) is distinct from (new.outcome, new.register_number) then
        raise exception 'answered' using errcode = 'check_violation', constraint = 'answer_differs';
    end if;
    return new;
end $$;
create trigger once before update on recipient.item for each row execute function recipient.refuse_other_outcome();

-- What our register tells of a support, and of violations of its terms: what is sent anew where it changes.
create function recipient.facts(r support.record) returns text
    language sql stable as $$
    select md5(concat_ws('|', r.inn, r.provider_inn, r.form, r.kind, r.decided_on, r.ends_on, r.size, r.unit))
$$;
create function recipient.violations(record uuid) returns text
    language sql stable as $$
    select coalesce(string_agg(concat_ws('/', v.kind, v.recognised_on, v.correction_due, v.corrected_on), ' '
                               order by v.recognised_on, v.kind, v.id), '')
      from support.violation v
     where v.record_id = record and v.superseded_by is null
$$;

-- Records that were not sent as they stand: new ones, changed ones, and those that were refused; held_for: why the same row was held
-- back the last time; month: of the decision, or of the change of what was sent.
create view recipient.unsent as
with told as (
    select distinct on (i.record_id) i.record_id, i.row_id, i.facts, i.stopped_on, i.violations
      from recipient.item i
      join recipient.batch b on b.id = i.batch_id
     where b.state <> 'CANCELLED' and i.outcome is distinct from 'REFUSED'
     order by i.record_id, b.number desc
), kept as (
    select distinct on (h.record_id) h.record_id, h.row_id, h.reason
      from recipient.held h
      join recipient.batch b on b.id = h.batch_id
     where b.state <> 'CANCELLED'
     order by h.record_id, b.number desc
)
select r.row_id, r.id as record_id, r.inn, r.decided_on, r.stopped_on, n.facts, n.violations, t.record_id is not null as told,
       t.facts as told_facts, t.stopped_on as told_stop, t.violations as told_violations, k.reason as held_for, false as annulled,
       cast(date_trunc('month', case when t.record_id is null then r.decided_on
                                     else cast(coalesce(greatest(c.at, n.violated_at), platform.now()) at time zone 'Europe/Moscow' as date) end)
            as date) as month
  from support.record r
  join platform.change c on c.id = r.recorded_by
  left join told t on t.record_id = r.id
 cross join lateral (
       select recipient.facts(r) as facts, recipient.violations(r.id) as violations,
              (select max(x.at) from support.violation v join platform.change x on x.id = v.recorded_by
                where v.record_id = r.id and v.superseded_by is null) as violated_at
        where t.record_id is null or r.row_id <> t.row_id or t.violations <> ''       -- whatever else stands as it was sent
           or exists (select from support.violation v where v.record_id = r.id and v.superseded_by is null)) n
  left join kept k on k.record_id = r.id and k.row_id = r.row_id
 where r.superseded_by is null
   and (t.record_id is null or (n.facts, n.violations) is distinct from (t.facts, t.violations)
        or r.stopped_on is distinct from t.stopped_on)
union all
select a.row_id, a.id, a.inn, a.decided_on, a.stopped_on, t.facts, t.violations, true, t.facts, t.stopped_on, t.violations, k.reason,
       true, cast(date_trunc('month', platform.today()) as date)
  from told t
 cross join lateral (select r.* from support.record r where r.id = t.record_id order by r.row_id desc limit 1) a
  left join kept k on k.record_id = a.id and k.row_id = a.row_id
 where a.superseded_by is not null;
grant select on recipient.unsent to ${appRole};
