-- Why: a subsidy is spent on what the agreement names, item by item. What reports spend beside the items or beyond them does not
-- count. An item is the same whatever its letters' case and its spaces. What somebody types into a report waits beside the report
-- until it is saved, for half a line is no line yet.
create function agreement.item_key(item text) returns text
    language sql immutable strict parallel safe as $$
    select lower(regexp_replace(item, '[\s\u00a0\u202f]', '', 'g'))
$$;

create table agreement.budget_item (
    agreement_id uuid not null,
    edition      integer not null,
    position     integer not null constraint budget_item_position_malformed check (position > 0),
    name         text not null constraint budget_item_name_malformed check (char_length(name) <= 300),
    name_key     text not null generated always as (agreement.item_key(name)) stored
                 constraint budget_item_name_missing check (name_key <> ''),
    amount       numeric(18, 2) not null constraint budget_item_not_positive check (amount > 0),
    primary key (agreement_id, edition, position),
    constraint agreement_budget_item_twice unique (agreement_id, edition, name_key),
    constraint budget_item_edition_unknown foreign key (agreement_id, edition) references agreement.edition on delete cascade
);
grant delete on agreement.budget_item to ${appRole};
create trigger signed before insert or update or delete on agreement.budget_item
    for each row execute function agreement.refuse_change_of_signed();

alter table agreement.report_line
    add column item_key text not null generated always as (agreement.item_key(item)) stored;

-- What of an accepted report counts on each item: of its faultless lines, in proportion where less than they come to was accepted.
create table agreement.report_item (
    report_id uuid not null constraint report_item_report_unknown references agreement.report,
    item      text not null,
    item_key  text not null generated always as (agreement.item_key(item)) stored,
    amount    numeric(18, 2) not null constraint report_item_not_positive check (amount > 0),
    primary key (report_id, item_key)
);

-- Which lines had faults when a report was accepted is not known of earlier ones: what was accepted is spread over all of them.
insert into agreement.report_item (report_id, item, amount)
select p.report_id, p.item, (p.whole + case when p.place <= p.spare then 1 else 0 end) / 100
  from (select s.report_id, s.item, div(s.accepted * s.spent, s.total) as whole,
               s.accepted - sum(div(s.accepted * s.spent, s.total)) over (partition by s.report_id) as spare,
               row_number() over (partition by s.report_id order by mod(s.accepted * s.spent, s.total) desc, s.item_key) as place
          from (select l.report_id, l.item_key, min(l.item) as item, r.accepted * 100 as accepted, sum(l.amount) * 100 as spent,
                       sum(sum(l.amount)) over (partition by l.report_id) * 100 as total
                  from agreement.report r
                  join agreement.report_line l on l.report_id = r.id
                 where r.state = 'ACCEPTED'
                 group by l.report_id, l.item_key, r.accepted) s) p
 where p.whole + case when p.place <= p.spare then 1 else 0 end > 0;

create trigger kept before update or delete on agreement.report_item for each row execute function agreement.refuse_deletion();

-- No more counts on an item than the budget in force gives it, and nothing beside its items.
create function agreement.refuse_beyond_item() returns trigger
    language plpgsql as $$
begin
    if exists (select from agreement.report r
                 join agreement.agreement g on g.id = r.agreement_id
                 join agreement.budget_item b on (b.agreement_id, b.edition) = (g.id, g.edition)
                where r.id = new.report_id)
       and (select coalesce(sum(s.amount), 0)
              from agreement.report r
              join agreement.report o on o.agreement_id = r.agreement_id
              join agreement.report_item s on s.report_id = o.id
             where r.id = new.report_id and s.item_key = agreement.item_key(new.item)) + new.amount
           > coalesce((select b.amount
                         from agreement.report r
                         join agreement.agreement g on g.id = r.agreement_id
                         join agreement.budget_item b on (b.agreement_id, b.edition) = (g.id, g.edition)
                        where r.id = new.report_id and b.name_key = agreement.item_key(new.item)), 0) then
        raise exception 'beyond' using errcode = 'check_violation', constraint = 'report_beyond_item';
    end if;
    return new;
end $$;
create trigger within before insert on agreement.report_item for each row execute function agreement.refuse_beyond_item();

-- At the end of the transaction the items of an accepted report make up what was accepted.
create function agreement.refuse_items_beside_report() returns trigger
    language plpgsql as $$
declare
    wanted uuid := case tg_table_name when 'report' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'report_id' end;
begin
    if (select coalesce(r.accepted, 0) from agreement.report r where r.id = wanted)
       <> (select coalesce(sum(s.amount), 0) from agreement.report_item s where s.report_id = wanted) then
        raise exception 'does not add up' using errcode = 'check_violation', constraint = 'report_items_differ';
    end if;
    return null;
end $$;
create constraint trigger itemized after insert or update on agreement.report
    deferrable initially deferred for each row execute function agreement.refuse_items_beside_report();
create constraint trigger itemized after insert on agreement.report_item
    deferrable initially deferred for each row execute function agreement.refuse_items_beside_report();

-- At the end of the transaction the items of a budget, where there is one, make up the amount, and none is less than what accepted
-- reports spent on it; an item of an earlier budget that was spent on stays.
create function agreement.refuse_unsound_budget() returns trigger
    language plpgsql as $$
declare
    wanted uuid := coalesce(new.agreement_id, old.agreement_id);
    at integer;
    items numeric;
    whole numeric;
    below text;
begin
    if tg_table_name = 'edition' then
        at := new.number;
    else
        at := coalesce(new.edition, old.edition);
    end if;
    select sum(b.amount) into items from agreement.budget_item b where (b.agreement_id, b.edition) = (wanted, at);
    if items is null then
        return null;
    end if;
    select e.amount into whole from agreement.edition e where (e.agreement_id, e.number) = (wanted, at);
    if items <> whole then
        raise exception 'does not add up' using errcode = 'check_violation', constraint = 'agreement_budget_differs',
                        hint = concat_ws('|', items, whole);
    end if;
    select concat_ws('|', replace(s.item, '|', '/'), s.amount) into below
      from agreement.spent_on_items(wanted, at) s
      left join agreement.budget_item b on (b.agreement_id, b.edition, b.name_key) = (wanted, at, s.item_key)
     where (b.name_key is not null or s.budgeted) and s.amount > coalesce(b.amount, 0)
     limit 1;
    if below is not null then
        raise exception 'below' using errcode = 'check_violation', constraint = 'agreement_budget_below_spent', hint = below;
    end if;
    return null;
end $$;

-- What accepted reports spent on each item; budgeted: it stands in the budget of a registered edition before the one asked for.
create function agreement.spent_on_items(wanted uuid, before integer)
    returns table (item text, item_key text, amount numeric, budgeted boolean)
    language sql stable as $$
    select min(s.item), s.item_key, sum(s.amount),
           exists (select from agreement.budget_item k
                     join agreement.edition e on (e.agreement_id, e.number) = (k.agreement_id, k.edition)
                    where k.agreement_id = wanted and k.edition < before and k.name_key = s.item_key and e.commitment_on is not null)
      from agreement.report r
      join agreement.report_item s on s.report_id = r.id
     where r.agreement_id = wanted
     group by s.item_key
$$;
create constraint trigger budgeted after insert or update on agreement.edition
    deferrable initially deferred for each row execute function agreement.refuse_unsound_budget();
create constraint trigger budgeted after insert or delete on agreement.budget_item
    deferrable initially deferred for each row execute function agreement.refuse_unsound_budget();

-- What somebody types into a report and has not saved: fields as typed, whole or not. Theirs alone, and no part of the report.
create table agreement.report_draft (
    report_id uuid not null constraint report_draft_report_unknown references agreement.report,
    login     text not null,
    version   bigint not null,                             -- of the report that it was begun from
    revision  integer not null,                            -- tells two windows of one person apart
    lines     jsonb not null,
    kept_at   timestamptz not null,
    primary key (report_id, login)
);
grant update (version, revision, lines, kept_at), delete on agreement.report_draft to ${appRole};
