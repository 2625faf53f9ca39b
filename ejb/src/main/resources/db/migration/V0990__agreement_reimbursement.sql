-- Why: a call may pay for costs that were borne instead of advancing money (Budget Code, articles 78 and 78.1). Then the recipient
-- claims its costs by documents, what counts is accepted, and the budget pays its share of it, the instalment at the most: no money
-- lies with the recipient, so nothing is left over at the end of a year.
alter table agreement.agreement add mode text not null default 'ADVANCE'
    constraint agreement_mode_unknown check (mode in ('ADVANCE', 'REIMBURSEMENT'));
alter table agreement.agreement alter mode drop default;

create index report_line_of_paper on agreement.report_line (document_key, document_date);

-- What of the spending counts; what is accepted of a claim is what is paid for it.
alter table agreement.report add eligible numeric(18, 2);
update agreement.report set eligible = accepted where accepted is not null;
alter table agreement.report
    add constraint report_eligible_less check (eligible >= accepted),
    add constraint report_eligible_undecided check ((state = 'ACCEPTED') = (eligible is not null));
grant update (eligible) on agreement.report to ${appRole};

insert into ledger.operation (code, name_ru, name_en) values
    ('REIMBURSED', 'Возмещены принятые затраты', 'Accepted costs reimbursed');
insert into ledger.budget_account (operation, valid_from, valid_until, debit, credit, source) values
    ('REIMBURSED', '2011-01-01', '2019-01-01', '302.42', '304.05', 'Инструкция по бюджетному учёту, приказ Минфина 162н, КОСГУ 242'),
    ('REIMBURSED', '2019-01-01', null, '302.46', '304.05', 'Инструкция по бюджетному учёту, приказ Минфина 162н, КОСГУ 246');

-- No more counts than the lines say. A claim is worth the budget's share of what counts and no more than the instalment; compared
-- without dividing, so exactly. What was decided stays.
create function agreement.refuse_claim_beyond_share() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.state = 'ACCEPTED'
       and (old.state, old.eligible, old.accepted) is distinct from (new.state, new.eligible, new.accepted) then
        raise exception 'decided' using errcode = 'check_violation', constraint = 'report_sent';
    end if;
    if new.state = 'ACCEPTED' and (tg_op = 'INSERT' or old.state <> 'ACCEPTED')
       and new.eligible > (select coalesce(sum(l.amount), 0) from agreement.report_line l where l.report_id = new.id) then
        raise exception 'beyond' using errcode = 'check_violation', constraint = 'report_beyond_spent',
                        hint = concat_ws('|', new.eligible, (select coalesce(sum(l.amount), 0.00) from agreement.report_line l where l.report_id = new.id));
    end if;
    if new.state = 'ACCEPTED' and exists (select from agreement.agreement g
                 join agreement.instalment i on (i.agreement_id, i.edition, i.position) = (g.id, g.edition, new.position)
                where g.id = new.agreement_id and g.mode = 'REIMBURSEMENT' and (tg_op = 'INSERT' or old.state <> 'ACCEPTED')
                  and (new.accepted > i.amount or new.accepted * (i.amount + i.own) > new.eligible * i.amount)) then
        raise exception 'beyond' using errcode = 'check_violation', constraint = 'report_beyond_share';
    end if;
    return new;
end $$;
create trigger share before insert or update on agreement.report
    for each row execute function agreement.refuse_claim_beyond_share();

create function agreement.refuse_payment_beyond_claim() returns trigger
    language plpgsql as $$
begin
    if exists (select from agreement.agreement g where g.id = new.agreement_id and g.mode = 'REIMBURSEMENT')
       and (select coalesce(sum(p.amount), 0) from agreement.payment p
             where (p.agreement_id, p.position) = (new.agreement_id, new.position) and p.state <> 'CANCELLED' and p.id <> new.id) + new.amount
           > coalesce((select r.accepted from agreement.report r where (r.agreement_id, r.position) = (new.agreement_id, new.position)), 0) then
        raise exception 'beyond' using errcode = 'check_violation', constraint = 'payment_beyond_claim';
    end if;
    return new;
end $$;
create trigger claimed before insert or update on agreement.payment
    for each row when (new.state <> 'CANCELLED') execute function agreement.refuse_payment_beyond_claim();

-- Where costs are reimbursed, the accepted claim stands for the report before and for the evidence of own money.
create or replace function agreement.obstacles(wanted uuid, at integer, paid_to uuid, day date) returns table (code text, detail text)
    language sql stable as $$
    with g as (select * from agreement.agreement a where a.id = wanted),
         i as (select n.* from g join agreement.instalment n on (n.agreement_id, n.edition) = (g.id, g.edition)),
         this as (select * from i where i.position = at),
         earlier as (select max(i.position) as position from i where i.position < at)
    select 'payment_uncommitted', null from g where g.edition = 0 or g.state not in ('IN_FORCE', 'AMENDING', 'AMENDED')
    union all
    select 'payment_instalment_unknown', at::text from g where g.edition > 0 and not exists (select from this)
    union all
    select 'payment_early', to_char(this.due_on, 'DD.MM.YYYY') from this where day < this.due_on
    union all
    select 'payment_previous_unpaid', e.position::text
      from g cross join earlier e
     where g.mode = 'ADVANCE' and e.position is not null
       and (select coalesce(sum(p.amount), 0) from agreement.payment p
             where (p.agreement_id, p.position, p.state) = (wanted, e.position, 'EXECUTED')) <> (select i.amount from i where i.position = e.position)
    union all
    select 'payment_report_missing', e.position::text
      from g cross join earlier e
     where g.mode = 'ADVANCE' and e.position is not null
       and not exists (select from agreement.report r where (r.agreement_id, r.position, r.state) = (wanted, e.position, 'ACCEPTED'))
       and (select coalesce(sum(p.amount - p.returned), 1) from agreement.payment p      -- of what all came back nothing is reported
             where (p.agreement_id, p.position, p.state) = (wanted, e.position, 'EXECUTED')) > 0
    union all
    select 'payment_own_money_short', concat_ws('|', s.needed - s.shown, s.needed, s.shown)
      from (select (select sum(i.own) from i where i.position <= at) as needed,
                   (select coalesce(sum(v.amount), 0.00) from agreement.evidence v
                     where v.agreement_id = wanted and v.state = 'ACCEPTED' and v.stage <= (select this.stage from this)) as shown) s
     where s.shown < s.needed and (select g.mode from g) = 'ADVANCE'
    union all
    select 'payment_claim_missing', this.position::text
      from g cross join this
     where g.mode = 'REIMBURSEMENT'
       and not exists (select from agreement.report r
                        where (r.agreement_id, r.position, r.state) = (wanted, this.position, 'ACCEPTED') and r.accepted > 0)
    union all
    select case when r.state = 'CONFIRMED' then 'payment_stopped_for_good' else 'payment_stopped' end, r.number::text
      from agreement.review r where r.agreement_id = wanted and r.state in ('OPEN', 'CONFIRMED')
    union all
    select 'payment_account_unconfirmed', null
     where paid_to is not null and not exists (select from agreement.payee_account c where (c.id, c.state) = (paid_to, 'CONFIRMED'))
    union all
    select 'payment_account_held', to_char(c.payable_from, 'DD.MM.YYYY')
      from agreement.payee_account c where c.id = paid_to and c.state = 'CONFIRMED' and day < c.payable_from
$$;

-- What is reimbursed is accounted for as it is paid.
create or replace function agreement.refuse_payment_beside_ledger() returns trigger
    language plpgsql as $$
declare
    due numeric;
    paid numeric;
    owed numeric;
    gone numeric;
begin
    select coalesce(sum(o.amount) filter (where a.stage = 'DUE'), 0), coalesce(sum(o.amount) filter (where a.stage in ('PAID', 'ACCEPTED')), 0)
      into due, paid
      from ledger.entry e
      join ledger.posting o on o.entry_id = e.id
      join ledger.account a on a.id = o.account_id
     where (e.source_kind, e.source) = ('PAYMENT', new.id::text);
    select case when p.state in ('ORDERED', 'REJECTED') then p.amount else 0 end, case p.state when 'EXECUTED' then p.amount else 0 end
      into owed, gone
      from agreement.payment p where p.id = new.id;
    if due <> owed or paid <> gone then
        raise exception 'books say otherwise' using errcode = 'check_violation', constraint = 'payment_beside_ledger';
    end if;
    return null;
end $$;
