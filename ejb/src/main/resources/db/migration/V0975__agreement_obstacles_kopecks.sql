-- Why: where no own money is evidenced yet, the refusal says 0.00 as every sum is said, not 0. Nothing else is decided otherwise.
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
      from earlier e
     where e.position is not null
       and (select coalesce(sum(p.amount), 0) from agreement.payment p
             where (p.agreement_id, p.position, p.state) = (wanted, e.position, 'EXECUTED')) <> (select i.amount from i where i.position = e.position)
    union all
    select 'payment_report_missing', e.position::text
      from earlier e
     where e.position is not null
       and not exists (select from agreement.report r where (r.agreement_id, r.position, r.state) = (wanted, e.position, 'ACCEPTED'))
       and (select coalesce(sum(p.amount - p.returned), 1) from agreement.payment p      -- of what all came back nothing is reported
             where (p.agreement_id, p.position, p.state) = (wanted, e.position, 'EXECUTED')) > 0
    union all
    select 'payment_own_money_short', concat_ws('|', s.needed - s.shown, s.needed, s.shown)
      from (select (select sum(i.own) from i where i.position <= at) as needed,
                   (select coalesce(sum(v.amount), 0.00) from agreement.evidence v
                     where v.agreement_id = wanted and v.state = 'ACCEPTED' and v.stage <= (select this.stage from this)) as shown) s
     where s.shown < s.needed
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
