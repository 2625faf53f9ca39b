-- Why: who acts for an organisation is told by dated mandates. An application is one text that changes until two persons of
-- the applicant have sent it; each sending is a round that never changes. Whether it is in time is decided here, by the
-- clock of the database, in the statement that receives it: no program can be late and early at once.
create table platform.mandate (
    id              uuid primary key,
    login           text not null constraint mandate_user_unknown references platform.app_user,
    inn             text not null,                         -- of the organisation
    valid_from      date not null,
    valid_until     date not null,                         -- exclusive; a power of attorney names its last day
    document_title  text not null,
    document_number text,
    document_date   date not null,
    recorded_by     bigint not null constraint mandate_change_unknown references platform.change,
    ended_by        bigint constraint mandate_end_unknown references platform.change,
    constraint mandate_period_empty check (valid_from < valid_until)
);
create index mandate_of_login on platform.mandate (login);
revoke update, delete on platform.mandate from ${appRole};
grant update (valid_until, ended_by) on platform.mandate to ${appRole};

create table call.application (
    id            uuid primary key,
    number        bigint generated always as identity constraint call_application_number_taken unique,
    call_id       uuid not null constraint call_application_call_unknown references call.call,
    project_id    uuid not null constraint call_application_project_unknown references project.project,
    applicant     text not null,                           -- INN
    channel       text not null constraint call_application_channel_unknown check
                  (channel in ('APPLICANT', 'SERVICE', 'PAPER')),
    state         text not null constraint call_application_state_unknown check
                  (state in ('DRAFT', 'AWAITING_CERTIFICATION', 'SUBMITTED', 'RETURNED', 'CORRECTION_SIGNED', 'ADMITTED', 'INADMISSIBLE', 'ASSESSED', 'AWARDED', 'RESERVED', 'REFUSED', 'WITHDRAWN', 'CANCELLED')),
    round         integer not null default 0,              -- how often it was sent
    submitted_at  timestamptz,                             -- of the first round
    answers       jsonb not null,
    project_edition integer,                               -- frozen when it was signed
    signed_by     text,                                    -- login of who signed what waits for a second person
    signatory     jsonb,                                   -- the person behind a program, and the mandate
    correct_to    date,                                    -- last day of a correction
    checked_by    text,                                    -- login of who checked formally last
    because       text,                                    -- why it was withdrawn, cancelled, refused
    journal       text,                                    -- of a paper: its number in the journal of what comes in
    arrived_at    timestamptz,                             -- of a paper: when it was handed in
    scan          uuid constraint call_application_scan_unknown references platform.document,
    version       bigint not null default 1,
    recorded_by   bigint not null constraint call_application_change_unknown references platform.change,
    changed_by    bigint not null constraint call_application_last_change_unknown references platform.change,
    constraint call_application_round_whole check ((round = 0) = (submitted_at is null)),
    constraint call_application_paper_only check (channel = 'PAPER' or (journal is null and arrived_at is null and scan is null))
);
create unique index call_application_twice on call.application (call_id, project_id)
    where state not in ('WITHDRAWN', 'CANCELLED');
create index call_application_of_applicant on call.application (applicant);
create index call_application_of_project on call.application (project_id);
create index call_application_by_change on call.application (recorded_by);
grant update (state, round, submitted_at, answers, project_edition, signed_by, signatory, correct_to, checked_by, because, journal, arrived_at,
              scan, version, changed_by) on call.application to ${appRole};

-- Days to do something in, by the production calendar.
create table call.application_term (
    code       text not null constraint application_term_unknown check (code in ('FORMAL_CHECK', 'REQUEST_ANSWER')),
    days       integer not null constraint application_term_impossible check (days between 1 and 250),
    valid_from date not null,
    primary key (code, valid_from)
);
insert into call.application_term (code, days, valid_from) values ('FORMAL_CHECK', 10, '2000-01-01'), ('REQUEST_ANSWER', 5, '2000-01-01');

create sequence call.receipt;
grant usage on sequence call.receipt to ${appRole};

create table call.submission (
    application_id  uuid not null constraint submission_application_unknown references call.application,
    round           integer not null,
    call_id         uuid not null,
    call_edition    integer not null,
    project_id      uuid not null,
    project_edition integer not null,
    answers         jsonb not null,
    signatory       jsonb,
    submitted_by    text not null,
    certified_by    text not null,
    received_at     timestamptz not null,
    receipt         text not null constraint submission_receipt_taken unique,
    digest          text not null,
    recorded_by     bigint not null constraint submission_change_unknown references platform.change,
    primary key (application_id, round),
    constraint second_person_required check (submitted_by <> certified_by),
    constraint submission_call_unknown foreign key (call_id, call_edition) references call.edition,
    constraint submission_project_unknown foreign key (project_id, project_edition) references project.edition
);
create index submission_received on call.submission (received_at);

create table call.formal_check (
    application_id uuid not null,
    round          integer not null,
    outcome        text not null constraint formal_check_outcome_unknown check (outcome in ('RETURNED', 'ADMITTED', 'INADMISSIBLE')),
    remarks        jsonb not null,                         -- by section
    act            text constraint formal_check_act_unknown references eligibility.act,
    act_edition    date,
    paragraph      text,
    reason         text,
    correct_to     date,
    project_check  jsonb,                                  -- what the check of the project said then
    checked_by     text not null,
    recorded_by    bigint not null constraint formal_check_change_unknown references platform.change,
    primary key (application_id, round, outcome),
    constraint formal_check_round_unknown foreign key (application_id, round) references call.submission,
    constraint formal_check_ground_missing check
        (outcome <> 'INADMISSIBLE' or (act is not null and act_edition is not null and paragraph is not null and reason is not null)),
    constraint formal_check_term_missing check ((outcome = 'RETURNED') = (correct_to is not null))
);

create function call.refuse_change_of_received() returns trigger
    language plpgsql as $$
begin
    raise exception 'what was received is not changed'
        using errcode = 'check_violation', constraint = 'call_application_received';
end $$;
create trigger received before update or delete on call.submission
    for each row execute function call.refuse_change_of_received();
create trigger checked before update or delete on call.formal_check
    for each row execute function call.refuse_change_of_received();
create trigger never_deleted before delete on call.application
    for each row execute function call.refuse_change_of_received();

-- The instant and the receipt are given together, in one order for all who send at the same time; the lock that orders them
-- lasts no longer than that. The first round counts by the dates of the call, a correction by its own term, a paper by the
-- instant at which it was handed in.
create function call.receive() returns trigger
    language plpgsql as $$
declare
    sent  call.application;
    state text;
    terms jsonb;
begin
    select * into sent from call.application a where a.id = new.application_id for update;
    select c.state, e.terms into state, terms
      from call.call c
      join call.edition e on (e.call_id, e.number) = (c.id, c.edition)
     where c.id = sent.call_id
       for share of c;
    if state is null or state not in ('PUBLISHED', 'AMENDING', 'AMENDMENT_CHECKED') then
        raise exception 'the call takes nothing' using errcode = 'check_violation', constraint = 'call_application_closed';
    end if;
    if new.round <> sent.round + 1 then
        raise exception 'rounds follow each other' using errcode = 'check_violation', constraint = 'call_application_received';
    end if;
    perform pg_advisory_lock(20101850);
    new.received_at := platform.now();
    new.receipt := 'ВХ-' || lpad(nextval('call.receipt')::text, 6, '0');
    perform pg_advisory_unlock(20101850);
    if sent.channel = 'PAPER' and new.round = 1 then
        new.received_at := sent.arrived_at;
    end if;
    if new.round = 1 and new.received_at < (terms ->> 'intakeFrom')::timestamptz then
        raise exception 'before intake' using errcode = 'check_violation', constraint = 'call_application_early';
    elsif new.round = 1 and new.received_at >= (terms ->> 'intakeUntil')::timestamptz then
        raise exception 'after intake' using errcode = 'check_violation', constraint = 'call_application_late';
    elsif new.round > 1 and (new.received_at at time zone 'Europe/Moscow')::date > sent.correct_to then
        raise exception 'after the term of the correction'
            using errcode = 'check_violation', constraint = 'call_application_correction_late';
    end if;
    return new;
end $$;
create trigger receive before insert on call.submission
    for each row execute function call.receive();
