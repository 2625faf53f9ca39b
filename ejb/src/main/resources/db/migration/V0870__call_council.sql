-- Why: money is voted on by people who may vote on it. Who sits in a body follows from dated orders; what a sitting may do
-- follows from who is there; nobody votes who must not; and what was voted stands in a protocol that never changes.
create table call.body (
    code        text primary key constraint council_body_code_malformed check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    kind        text not null constraint council_body_kind_unknown check (kind in ('EXPERT_COUNCIL', 'COMMISSION')),
    name_ru     text not null,
    genitive    text not null,                             -- of which body: as the title of a protocol needs it
    name_en     text not null,
    recorded_by bigint not null constraint council_body_change_unknown references platform.change
);

create table call.regulations (
    id                 uuid primary key,
    body               text not null constraint regulations_body_unknown references call.body,
    valid_from         date not null,
    quorum_numerator   integer not null,
    quorum_denominator integer not null,
    more_than          boolean not null,
    recused            text not null constraint regulations_recused_unknown check (recused in ('COUNTED', 'ABSENT', 'LEFT_OUT')),
    majority           text not null constraint regulations_majority_unknown check (majority in ('FOR_AND_AGAINST', 'ALL_VOTES')),
    casting_vote       boolean not null,
    in_absentia        boolean not null,
    appeal_days        integer not null constraint regulations_appeal_term_impossible check (appeal_days between 1 and 365),
    document_title     text not null,
    document_number    text,
    document_date      date not null,
    recorded_by        bigint not null constraint regulations_change_unknown references platform.change,
    superseded_by      bigint constraint regulations_end_unknown references platform.change,
    constraint regulations_quorum_impossible check
        (quorum_numerator > 0 and quorum_denominator > 0 and quorum_numerator <= quorum_denominator
         and (quorum_numerator < quorum_denominator or not more_than))
);
create unique index regulations_twice on call.regulations (body, valid_from) where superseded_by is null;
grant update (superseded_by) on call.regulations to ${appRole};

create table call.composition_order (
    id              uuid primary key,
    number          bigint generated always as identity,
    body            text not null constraint order_body_unknown references call.body,
    valid_from      date not null,
    document_title  text not null,
    document_number text,
    document_date   date not null,
    recorded_by     bigint not null constraint order_change_unknown references platform.change
);
create index order_of_body on call.composition_order (body, valid_from);

create table call.seat (
    id           uuid primary key,
    body         text not null constraint seat_body_unknown references call.body,
    login        text constraint seat_user_unknown references platform.app_user,
    name         text not null,
    organisation text,
    inn          text collate "C",                         -- of the organisation
    post         text not null constraint seat_post_unknown check (post in ('CHAIR', 'DEPUTY_CHAIR', 'SECRETARY', 'MEMBER')),
    votes        boolean not null,
    valid_from   date not null,
    valid_until  date,                                     -- exclusive
    appointed_by uuid not null constraint seat_order_unknown references call.composition_order,
    released_by  uuid constraint seat_release_unknown references call.composition_order,
    constraint seat_period_empty check (valid_from < valid_until),
    constraint seat_release_whole check ((valid_until is null) = (released_by is null)),
    constraint seat_overlaps
        exclude using gist (body with =, (coalesce(login, lower(name))) with =, daterange(valid_from, valid_until) with &&),
    constraint seat_chairs_twice
        exclude using gist (body with =, daterange(valid_from, valid_until) with &&) where (post = 'CHAIR'),
    constraint seat_secretaries_twice
        exclude using gist (body with =, daterange(valid_from, valid_until) with &&) where (post = 'SECRETARY')
);
grant update (valid_until, released_by) on call.seat to ${appRole};

create table call.sitting (
    id          uuid primary key,
    number      bigint generated always as identity constraint sitting_number_taken unique,
    body        text not null constraint sitting_body_unknown references call.body,
    call_id     uuid not null constraint sitting_call_unknown references call.call,
    form        text not null constraint sitting_form_unknown check (form in ('MEETING', 'IN_ABSENTIA')),
    state       text not null constraint sitting_state_unknown check (state in ('PLANNED', 'OPEN', 'CLOSED', 'CANCELLED')),
    held_on     date not null,
    place       text not null,
    because     text,
    version     bigint not null default 1,
    recorded_by bigint not null constraint sitting_change_unknown references platform.change,
    changed_by  bigint not null constraint sitting_last_change_unknown references platform.change
);
create index sitting_of_call on call.sitting (call_id);
grant update (state, held_on, place, because, version, changed_by) on call.sitting to ${appRole};

create table call.agenda_item (
    id             uuid primary key,
    sitting_id     uuid not null constraint item_sitting_unknown references call.sitting,
    position       integer not null,
    application_id uuid not null constraint item_application_unknown references call.application,
    rank           integer,                                -- place in the ranking as it stood
    score          text,
    asked          numeric(18, 2) not null,
    verdict        text,
    recorded_by    bigint not null constraint item_change_unknown references platform.change,
    constraint item_twice unique (sitting_id, application_id),
    constraint item_position_taken unique (sitting_id, position)
);
create index item_of_application on call.agenda_item (application_id);

create table call.attendance (
    sitting_id uuid not null constraint attendance_sitting_unknown references call.sitting,
    seat_id    uuid not null constraint attendance_seat_unknown references call.seat,
    presence   text not null constraint attendance_presence_unknown check (presence in ('PRESENT', 'IN_WRITING', 'ABSENT')),
    changed_by bigint not null constraint attendance_change_unknown references platform.change,
    primary key (sitting_id, seat_id)
);
grant update (presence, changed_by) on call.attendance to ${appRole};

create table call.recusal (
    item_id     uuid not null constraint recusal_item_unknown references call.agenda_item,
    seat_id     uuid not null constraint recusal_seat_unknown references call.seat,
    found       boolean not null,                          -- by the system or others; else the member declared it
    reason      text not null,
    recorded_by bigint not null constraint recusal_change_unknown references platform.change,
    constraint recusal_twice primary key (item_id, seat_id)
);

create table call.motion (
    id          uuid primary key,
    item_id     uuid not null constraint motion_item_unknown references call.agenda_item,
    number      integer not null,
    motion      text not null constraint motion_unknown check (motion in ('RECOMMEND', 'NOT_RECOMMEND', 'AWARD', 'RESERVE', 'REFUSE')),
    amount      numeric(18, 2),
    year        integer,
    kbk         text,
    reason      text,
    act         text constraint motion_act_unknown references eligibility.act,
    act_edition date,
    paragraph   text,
    departure   text,                                      -- why it departs from what the council recommended
    outcome     text constraint motion_outcome_unknown check (outcome in ('ADOPTED', 'REJECTED', 'NO_QUORUM')),
    tally       jsonb,
    recorded_by bigint not null constraint motion_change_unknown references platform.change,
    constraint motion_numbered_twice unique (item_id, number),
    constraint motion_sum_missing check
        ((motion = 'AWARD') = (amount is not null and year is not null and kbk is not null)
         and (motion = 'AWARD' or (amount is null and year is null and kbk is null))),
    constraint motion_sum_not_positive check (amount > 0),
    constraint motion_ground_missing check
        (motion <> 'REFUSE' or (act is not null and act_edition is not null and paragraph is not null and reason is not null)),
    constraint motion_reason_missing check (motion not in ('RECOMMEND', 'NOT_RECOMMEND', 'RESERVE') or reason is not null)
);
grant update (outcome, tally) on call.motion to ${appRole};

create table call.ballot (
    motion_id   uuid not null constraint ballot_motion_unknown references call.motion,
    seat_id     uuid not null constraint ballot_seat_unknown references call.seat,
    choice      text not null constraint ballot_choice_unknown check (choice in ('FOR', 'AGAINST', 'ABSTAINED')),
    opinion     text,                                      -- a special opinion
    given_by    text not null,                             -- login of the member, or of who noted a member without one
    recorded_by bigint not null constraint ballot_change_unknown references platform.change,
    constraint vote_twice primary key (motion_id, seat_id)
);

create table call.protocol (
    id          uuid primary key,
    body        text not null constraint protocol_body_unknown references call.body,
    sitting_id  uuid not null constraint protocol_sitting_unknown references call.sitting,
    state       text not null constraint protocol_state_unknown check (state in ('DRAFT', 'NUMBERED', 'SIGNED', 'DROPPED')),
    year        integer not null,
    number      integer,                                   -- the next of its body and year: given here
    content     jsonb,
    annexes     text[] not null,
    refers_to   uuid constraint protocol_earlier_unknown references call.protocol,
    numbered_by text,
    signed_by   text,
    signed_on   date,
    scan        uuid constraint protocol_scan_unknown references platform.document,
    scan_sha256 text,
    version     bigint not null default 1,
    recorded_by bigint not null constraint protocol_change_unknown references platform.change,
    changed_by  bigint not null constraint protocol_last_change_unknown references platform.change,
    constraint protocol_number_taken unique (body, year, number),
    constraint protocol_number_whole check
        ((number is not null and content is not null and numbered_by is not null) = (state in ('NUMBERED', 'SIGNED'))),
    constraint protocol_scan_missing check
        ((scan is not null and scan_sha256 is not null and signed_by is not null and signed_on is not null) = (state = 'SIGNED')),
    constraint protocol_signed_by_who_numbered check (signed_by <> numbered_by)
);
create unique index protocol_drawn_up_twice on call.protocol (sitting_id) where state <> 'DROPPED';
grant update (state, number, content, annexes, refers_to, numbered_by, signed_by, signed_on, scan, scan_sha256, version,
              changed_by) on call.protocol to ${appRole};

-- Numbers follow each other without gaps, whoever numbers at the same time; and what bears one stays.
create function call.number_protocol() returns trigger
    language plpgsql as $$
begin
    if old.state in ('NUMBERED', 'SIGNED', 'DROPPED')
       and not (old.state = 'NUMBERED' and new.state = 'SIGNED'
                and (old.body, old.sitting_id, old.year, old.number, old.content, old.annexes, old.numbered_by, old.recorded_by)
                  = (new.body, new.sitting_id, new.year, new.number, new.content, new.annexes, new.numbered_by, new.recorded_by)
                and old.refers_to is not distinct from new.refers_to) then
        raise exception 'a numbered protocol is not changed'
            using errcode = 'check_violation', constraint = 'protocol_numbered';
    end if;
    if old.state = 'DRAFT' and new.state = 'NUMBERED' then
        perform pg_advisory_xact_lock(20101870, hashtext(new.body || ' ' || new.year));
        new.number := coalesce((select max(p.number) from call.protocol p
                                 where p.body = new.body and p.year = new.year), 0) + 1;
    end if;
    return new;
end $$;
create trigger numbered before update on call.protocol
    for each row execute function call.number_protocol();

create function call.refuse_numbered_protocol() returns trigger
    language plpgsql as $$
begin
    raise exception 'a numbered protocol is not changed'
        using errcode = 'check_violation', constraint = 'protocol_numbered';
end $$;
create trigger drafted before insert on call.protocol
    for each row when (new.state <> 'DRAFT') execute function call.refuse_numbered_protocol();
create trigger kept before delete on call.protocol
    for each row execute function call.refuse_numbered_protocol();

create function call.refuse_change_of_vote() returns trigger
    language plpgsql as $$
begin
    raise exception 'what was voted stays' using errcode = 'check_violation', constraint = 'vote_stays';
end $$;
create trigger voted before update or delete on call.ballot
    for each row execute function call.refuse_change_of_vote();
create trigger recused before update or delete on call.recusal
    for each row execute function call.refuse_change_of_vote();

-- Who took which part in an application, by the person: a deputy is the person they are.
create view call.involvement as
select f.application_id, f.checked_by as login, 'CHECKED' as part from call.formal_check f
 union
select a.id, a.checked_by, 'CHECKED' from call.application a where a.checked_by is not null
 union
select i.application_id, b.given_by, 'VOTED'
  from call.ballot b
  join call.motion m on m.id = b.motion_id
  join call.agenda_item i on i.id = m.item_id
 union
select i.application_id, s.login, 'VOTED'
  from call.ballot b
  join call.motion m on m.id = b.motion_id
  join call.agenda_item i on i.id = m.item_id
  join call.seat s on s.id = b.seat_id
 where s.login is not null
 union
select i.application_id, p.signed_by, 'SIGNED'
  from call.protocol p
  join call.agenda_item i on i.sitting_id = p.sitting_id
 where p.signed_by is not null;

-- Nobody votes who does not sit in the body on that day, who is away, who must not vote on this application, or who has
-- checked or assessed it and would now decide.
create function call.refuse_vote() returns trigger
    language plpgsql as $$
declare
    voted record;
    seat  call.seat;
begin
    select s.id, s.state, s.form, s.held_on, s.body, b.kind, i.id as item, i.application_id into voted
      from call.motion m
      join call.agenda_item i on i.id = m.item_id
      join call.sitting s on s.id = i.sitting_id
      join call.body b on b.code = s.body
     where m.id = new.motion_id
       for share of s;
    select * into seat from call.seat t where t.id = new.seat_id;
    if voted.state <> 'OPEN' then
        raise exception 'not in session' using errcode = 'check_violation', constraint = 'vote_not_open';
    end if;
    if seat.body <> voted.body or not seat.votes or voted.held_on < seat.valid_from
       or voted.held_on >= coalesce(seat.valid_until, 'infinity') then
        raise exception 'not a member' using errcode = 'check_violation', constraint = 'vote_of_outsider';
    end if;
    if voted.form = 'MEETING' and not exists (
        select from call.attendance a
         where a.sitting_id = voted.id and a.seat_id = seat.id and a.presence <> 'ABSENT') then
        raise exception 'away' using errcode = 'check_violation', constraint = 'vote_of_absent';
    end if;
    if exists (select from call.recusal r where r.item_id = voted.item and r.seat_id = seat.id) then
        raise exception 'recused' using errcode = 'check_violation', constraint = 'vote_of_recused';
    end if;
    if voted.kind = 'COMMISSION' and exists (
        select from call.involvement v
         where v.application_id = voted.application_id and v.part in ('CHECKED', 'ASSESSED')
           and v.login in (seat.login, new.given_by)) then
        raise exception 'took part' using errcode = 'check_violation', constraint = 'vote_after_part_taken';
    end if;
    return new;
end $$;
create trigger may_vote before insert on call.ballot
    for each row execute function call.refuse_vote();

create function call.refuse_late_recusal() returns trigger
    language plpgsql as $$
begin
    if exists (select from call.ballot b join call.motion m on m.id = b.motion_id
                where m.item_id = new.item_id and b.seat_id = new.seat_id) then
        raise exception 'has voted' using errcode = 'check_violation', constraint = 'recusal_after_vote';
    end if;
    return new;
end $$;
create trigger in_time before insert on call.recusal
    for each row execute function call.refuse_late_recusal();
