-- Why: who was given money may be reorganised, replaced or dissolved before the last rouble is paid and accounted for. From a day
-- on somebody else stands in its place under the agreement, by a document and two persons; payments go there and nowhere else,
-- whichever way they are ordered. The ledger keeps its accounts by agreement, so no total moves.
create table agreement.succession (
    id              uuid primary key,
    number          bigint generated always as identity constraint succession_number_taken unique,
    agreement_id    uuid not null constraint succession_agreement_unknown references agreement.agreement,
    capacity        text not null constraint succession_capacity_unknown check (capacity in ('PARTY', 'PARTICIPANT')),
    predecessor     text collate "C" not null constraint succession_predecessor_malformed check (predecessor ~ '^(\d{10}|\d{12})$'),
    successor       text collate "C" not null constraint succession_successor_malformed check (successor ~ '^(\d{10}|\d{12})$'),
    valid_from      date not null,                         -- first day on which the successor stands in its place
    ground          text not null constraint succession_ground_unknown check
                    (ground in ('REORGANISATION', 'ORGANISATION_REPLACED', 'DISSOLUTION')),
    document_title  text not null,
    document_number text,
    document_date   date not null,
    state           text not null constraint succession_state_unknown check
                    (state in ('ENTERED', 'CONFIRMED', 'REJECTED', 'REVERSING', 'REVERSED')),
    entered_by      text not null,
    decided_by      text,
    decided_on      date,
    reason          text,                                  -- why it was rejected, or is wrong
    reversing_by    text,
    reversed_by     text,
    reversed_on     date,
    version         bigint not null default 1,
    recorded_by     bigint not null constraint succession_change_unknown references platform.change,
    changed_by      bigint not null constraint succession_last_change_unknown references platform.change,
    constraint succession_of_itself check (successor <> predecessor),
    constraint second_person_required check (decided_by <> entered_by and reversed_by <> reversing_by),
    constraint succession_undecided check ((state = 'ENTERED') = (decided_by is null) and (decided_by is null) = (decided_on is null)),
    constraint succession_unreversed check ((state in ('REVERSING', 'REVERSED')) = (reversing_by is not null)
                                            and (state = 'REVERSED') = (reversed_by is not null)
                                            and (reversed_by is null) = (reversed_on is null)),
    constraint succession_reason_missing check (state not in ('REJECTED', 'REVERSING', 'REVERSED') or reason is not null)
);
create unique index succession_twice on agreement.succession (agreement_id, capacity, predecessor)
    where state in ('ENTERED', 'CONFIRMED', 'REVERSING');
create index succession_of_agreement on agreement.succession (agreement_id, number);
create index succession_to on agreement.succession (successor);
grant update (state, decided_by, decided_on, reason, reversing_by, reversed_by, reversed_on, version, changed_by)
      on agreement.succession to ${appRole};
create trigger kept before delete on agreement.succession for each row execute function agreement.refuse_deletion();

-- Who stands in somebody's place under an agreement up to a day, one after the other; step 0 is the one asked about.
create function agreement.holders(wanted uuid, as_what text, first text, day date) returns table (step integer, inn text)
    language sql stable as $$
    with recursive chain as (
        select 0 as step, first collate "C" as inn
        union all
        select c.step + 1, s.successor
          from chain c
          join agreement.succession s
            on (s.agreement_id, s.capacity, s.predecessor) = (wanted, as_what, c.inn)
           and s.state in ('CONFIRMED', 'REVERSING') and s.valid_from <= day
    )
    select c.step, c.inn from chain c
$$;
create function agreement.holder(wanted uuid, as_what text, first text, day date) returns text
    language sql stable as $$
    select h.inn from agreement.holders(wanted, as_what, first, day) h order by h.step desc limit 1
$$;

-- The party of an agreement on a day.
create function agreement.party_on(wanted uuid, day date) returns text
    language sql stable as $$
    select agreement.holder(g.id, 'PARTY', g.party, day) from agreement.agreement g where g.id = wanted
$$;

-- As what those who are paid under an agreement are paid.
create function agreement.paid_as(wanted uuid) returns text
    language sql stable as $$
    select case g.route when 'TO_EACH_PARTICIPANT' then 'PARTICIPANT' else 'PARTY' end from agreement.agreement g where g.id = wanted
$$;

-- Who answers on a day for what was paid to somebody.
create function agreement.payee_on(wanted uuid, paid text, day date) returns text
    language sql stable as $$
    select agreement.holder(wanted, agreement.paid_as(wanted), paid, day)
$$;

-- Since when an enterprise is no more, as a document confirmed by two persons or the latest extract of the state register says;
-- null: nobody knows of it.
create function agreement.dissolved_on(who text, day date) returns date
    language sql stable as $$
    select min(d.since)
      from (select m.valid_from as since
              from registry.manual_fact m
             where m.inn = who and m.fact = 'LEGAL_STATUS' and m.value = 'TERMINATED' and m.state = 'IN_FORCE'
               and m.valid_from <= day and (m.valid_until is null or day < m.valid_until)
            union all
            select e.ceased_on
              from (select x.ceased_on
                      from ownership.party p
                      join ownership.extract x on x.party_id = p.id and x.superseded_by is null
                     where p.inn = who
                     order by x.shown_on desc, x.id desc
                     limit 1) e
             where e.ceased_on <= day) d
$$;

create function agreement.refuse_unsound_succession() returns trigger
    language plpgsql as $$
declare
    found_day date;
begin
    perform from agreement.agreement g where g.id = new.agreement_id for no key update;   -- who pays or succeeds meanwhile waits
    if (tg_op = 'INSERT' and new.state <> 'ENTERED')
       or (tg_op = 'UPDATE'
           and ((old.id, old.agreement_id, old.capacity, old.predecessor, old.successor, old.valid_from, old.ground, old.document_title,
                 old.document_number, old.document_date, old.entered_by)
                is distinct from
                (new.id, new.agreement_id, new.capacity, new.predecessor, new.successor, new.valid_from, new.ground, new.document_title,
                 new.document_number, new.document_date, new.entered_by)
                or (old.state, new.state) not in (('ENTERED', 'CONFIRMED'), ('ENTERED', 'REJECTED'), ('CONFIRMED', 'REVERSING'),
                                                  ('REVERSING', 'REVERSED'), ('REVERSING', 'CONFIRMED'))
                or (old.state <> 'ENTERED' and (old.decided_by, old.decided_on) is distinct from (new.decided_by, new.decided_on)))) then
        raise exception 'decided' using errcode = 'check_violation', constraint = 'succession_decided';
    end if;
    if tg_op = 'INSERT' or (old.state, new.state) = ('ENTERED', 'CONFIRMED') then
        if not exists (select from agreement.agreement g
                        where g.id = new.agreement_id
                          and case new.capacity
                                  when 'PARTY' then agreement.holder(g.id, 'PARTY', g.party, 'infinity') = new.predecessor
                                  else exists (select from project.participant r
                                                where (r.project_id, r.edition) = (g.project_id, g.project_edition)
                                                  and agreement.holder(g.id, 'PARTICIPANT', r.inn, 'infinity') = new.predecessor) end) then
            raise exception 'stranger' using errcode = 'check_violation', constraint = 'succession_of_stranger', hint = new.predecessor;
        end if;
        if new.successor = new.predecessor then            -- said before what else may be wrong with it
            raise exception 'itself' using errcode = 'check_violation', constraint = 'succession_of_itself';
        end if;
        if exists (select from agreement.holders(new.agreement_id, new.capacity, new.successor, 'infinity') h where h.inn = new.predecessor) then
            raise exception 'loop' using errcode = 'check_violation', constraint = 'succession_loop',
                  hint = concat_ws('|', new.predecessor, new.successor);
        end if;
        if exists (select from agreement.succession s     -- each holds its place for a day at least
                    where (s.agreement_id, s.capacity) = (new.agreement_id, new.capacity) and s.state in ('CONFIRMED', 'REVERSING')
                      and (s.successor = new.predecessor and s.valid_from >= new.valid_from
                           or s.predecessor = new.successor and s.valid_from <= new.valid_from)) then
            raise exception 'days' using errcode = 'check_violation', constraint = 'succession_disordered';
        end if;
        if new.document_date > platform.today() then
            raise exception 'future' using errcode = 'check_violation', constraint = 'succession_document_in_future';
        end if;
        -- What was ordered to the predecessor before the day stays right when the bank executes it later.
        select max(p.ordered_on) into found_day
          from agreement.payment p
         where (p.agreement_id, p.payee) = (new.agreement_id, new.predecessor) and p.state in ('ORDERED', 'EXECUTED')
           and new.capacity = agreement.paid_as(new.agreement_id) and p.ordered_on >= new.valid_from;
        if found_day is not null then
            raise exception 'paid' using errcode = 'check_violation', constraint = 'succession_after_payment',
                  hint = concat_ws('|', new.predecessor, to_char(found_day, 'DD.MM.YYYY'));
        end if;
        if not exists (select from registry.entity e where e.inn = new.successor)
           and not exists (select from registry.manual_fact m where m.inn = new.successor and m.state = 'IN_FORCE')
           and not exists (select from ownership.party p
                             join ownership.extract x on x.party_id = p.id and x.superseded_by is null
                            where p.inn = new.successor) then
            raise exception 'unknown' using errcode = 'check_violation', constraint = 'succession_to_unknown', hint = new.successor;
        end if;
        found_day := agreement.dissolved_on(new.successor, greatest(platform.today(), new.valid_from));
        if found_day is not null then
            raise exception 'dissolved' using errcode = 'check_violation', constraint = 'succession_to_dissolved',
                  hint = concat_ws('|', new.successor, to_char(found_day, 'DD.MM.YYYY'));
        end if;
    end if;
    if tg_op = 'UPDATE' and old.state <> new.state and new.state in ('REVERSING', 'REVERSED') then
        if exists (select from agreement.succession s
                    where (s.agreement_id, s.capacity, s.predecessor) = (new.agreement_id, new.capacity, new.successor)
                      and s.state in ('ENTERED', 'CONFIRMED', 'REVERSING')) then
            raise exception 'continued' using errcode = 'check_violation', constraint = 'succession_continued';
        end if;
        if new.capacity = 'PARTY'
           and (exists (select from agreement.edition e where (e.agreement_id, e.party) = (new.agreement_id, new.successor))
                or exists (select from recovery.recovery_order o
                            where (o.agreement_id, o.payer) = (new.agreement_id, new.successor) and o.issued_on is not null)) then
            raise exception 'signed' using errcode = 'check_violation', constraint = 'succession_signed', hint = new.successor;
        end if;
        if new.capacity = agreement.paid_as(new.agreement_id)
           and exists (select from agreement.payment p
                        where (p.agreement_id, p.payee) = (new.agreement_id, new.successor) and p.state <> 'CANCELLED'
                          and p.on_behalf is not null
                          and exists (select from agreement.holders(p.agreement_id, new.capacity, p.on_behalf, 'infinity') h
                                       where h.inn = new.predecessor)) then
            raise exception 'paid' using errcode = 'check_violation', constraint = 'succession_paid', hint = new.successor;
        end if;
    end if;
    return new;
end $$;
create trigger sound before insert or update on agreement.succession
    for each row execute function agreement.refuse_unsound_succession();

-- A share is paid once, whoever stands in the place of who had it.
alter table agreement.payment add column on_behalf text collate "C"      -- whose share it is where a successor is paid; null: the payee's
    constraint payment_on_behalf_malformed check (on_behalf ~ '^(\d{10}|\d{12})$' and on_behalf <> payee);
drop index agreement.payment_made_twice;
create unique index payment_made_twice on agreement.payment (agreement_id, position, coalesce(on_behalf, payee)) where state <> 'CANCELLED';

-- What stands against paying a share to somebody on a day.
create function agreement.payee_obstacles(wanted uuid, share text, payee text, day date) returns table (code text, detail text)
    language sql stable as $$
    select 'payment_of_no_share', share
      from agreement.agreement g
     where g.id = wanted
       and case g.route
               when 'TO_EACH_PARTICIPANT' then not exists (select from project.participant r
                                                            where (r.project_id, r.edition, r.inn) = (g.project_id, g.project_edition, share))
               else g.party <> share end
    union all
    select 'payment_to_predecessor', concat_ws('|', payee, h.inn)
      from (select agreement.payee_on(wanted, share, day) as inn) h
     where h.inn <> payee
    union all
    select 'payment_payee_dissolved', concat_ws('|', w.inn, to_char(agreement.dissolved_on(w.inn, day), 'DD.MM.YYYY'))
      from (select payee as inn union select agreement.party_on(wanted, day)) w
     where agreement.dissolved_on(w.inn, day) is not null
$$;

create function agreement.refuse_payment_to_other() returns trigger
    language plpgsql as $$
declare
    found_code text;
    found_detail text;
begin
    if tg_op = 'UPDATE' and (old.payee, old.on_behalf) is distinct from (new.payee, new.on_behalf) then
        raise exception 'share' using errcode = 'check_violation', constraint = 'payment_over';
    end if;
    if tg_op = 'INSERT' or (new.state = 'ORDERED' and old.state not in ('ORDERED', 'EXECUTED')) then
        perform from agreement.agreement g where g.id = new.agreement_id for no key update;   -- who succeeds meanwhile waits
        select o.code, o.detail into found_code, found_detail
          from agreement.payee_obstacles(new.agreement_id, coalesce(new.on_behalf, new.payee), new.payee,
                                         coalesce(new.ordered_on, platform.today())) o
         limit 1;
        if found_code is not null then
            raise exception 'not the one to be paid' using errcode = 'check_violation', constraint = found_code, hint = coalesce(found_detail, '');
        end if;
    end if;
    return new;
end $$;
create trigger payable before insert or update on agreement.payment
    for each row execute function agreement.refuse_payment_to_other();

-- Who signed an edition stays on its paper.
alter table agreement.edition add column party text collate "C" constraint edition_party_malformed check (party ~ '^(\d{10}|\d{12})$');
grant update (party) on agreement.edition to ${appRole};
create function agreement.refuse_other_party() returns trigger
    language plpgsql as $$
begin
    if new.signed_by is not null and (new.party is distinct from case when old.signed_by is null
                                                                      then agreement.party_on(new.agreement_id, new.signed_on)
                                                                      else old.party end) then
        raise exception 'signed by another' using errcode = 'check_violation', constraint = 'agreement_signed';
    end if;
    return new;
end $$;
create trigger party before update on agreement.edition for each row execute function agreement.refuse_other_party();

-- Into which cluster one has gone up to a day, one merger after the other.
create function cluster.successors_on(wanted uuid, day date)
    returns table (step integer, predecessor uuid, successor uuid, merged_on date, merger_id uuid)
    language sql stable as $$
    with recursive became as (
        select d.cluster_id as predecessor, g.successor_id as successor, g.day as merged_on, g.id as merger_id
          from cluster.merger g
          join cluster.merged d on d.merger_id = g.id
         where g.superseded_by is null and g.state = 'CONFIRMED' and g.day <= successors_on.day
    ), chain as (
        select 1 as step, b.* from became b where b.predecessor = wanted
        union all
        select c.step + 1, b.*
          from chain c
          join became b on b.predecessor = c.successor
         where c.step < 100
    )
    select c.step, c.predecessor, c.successor, c.merged_on, c.merger_id from chain c
$$;
