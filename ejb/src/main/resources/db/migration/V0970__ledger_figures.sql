-- Why: what became of a budget year is asked by budget code, and by whom outside the ledger knows what the money was given for. Both
-- have to come to the same kopeck, so what moved and in which figures of the report it counts is told here, once.

-- A correction stands for what it takes back, and for the key by which that was made.
drop function ledger.taken_back(bigint);
create function ledger.taken_back(reversed bigint) returns table (operation text, exchanged boolean, key text)
    language sql stable strict as $$
    with recursive back as (
        select e.operation, e.reverses, e.key, true as exchanged from ledger.entry e where e.id = reversed
        union all
        select e.operation, e.reverses, e.key, not b.exchanged from back b join ledger.entry e on e.id = b.reverses
    )
    select operation, exchanged, key from back where reverses is null
$$;
revoke execute on function ledger.taken_back from public;
grant execute on function ledger.taken_back to ${appRole};

-- What moved on the accounts of a budget year up to a day, as known at an instant. A correction counts as what it takes back.
create function ledger.moved(of_year integer, day date, known timestamptz)
    returns table (kbk text, subject text, stage text, operation text, key text, entry bigint, account bigint, amount numeric)
    language sql stable as $$
    select a.kbk, a.subject, a.stage, coalesce(o.operation, e.operation), coalesce(o.key, e.key), e.id, a.id, p.amount
      from ledger.account a
      join ledger.posting p on p.account_id = a.id
      join ledger.entry e on e.id = p.entry_id
      left join lateral ledger.taken_back(e.reverses) o on true
     where a.year = of_year and e.effective_on <= day and e.recorded_at <= known
$$;
revoke execute on function ledger.moved from public;
grant execute on function ledger.moved to ${appRole};

-- In which figures what moved counts, and with which sign; operations null: all. What was returned in the same year is no longer
-- paid, what was returned later still is. Of an opening balance all but free appropriations was given as limits once, and what is
-- paid of it was paid.
create view ledger.figure (code, stages, operations, sign) as values
    ('APPROPRIATION', array['BUDGET'], null::text[], -1),
    ('LIMIT', array['LIMIT'], array['LIMITED'], 1),
    ('LIMIT', array['LIMIT', 'RESERVED', 'COMMITTED', 'DUE', 'PAID', 'ACCEPTED'], array['OPENED'], 1),
    ('FREE', array['LIMIT'], null, 1),
    ('RESERVED', array['RESERVED'], null, 1),
    ('COMMITTED', array['COMMITTED'], null, 1),
    ('DUE', array['DUE'], null, 1),
    ('PAID', array['PAID', 'ACCEPTED'], array['PAID', 'REIMBURSED', 'REFUNDED', 'OPENED'], 1),
    ('ACCEPTED', array['ACCEPTED'], null, 1),
    ('LAPSED', array['APPROPRIATION', 'LIMIT', 'RESERVED', 'COMMITTED', 'DUE'], array['LAPSED'], -1),
    ('RETURNED', array['PAID', 'ACCEPTED'], array['REFUNDED'], -1),
    ('RETURNED_LATER', array['PAID', 'ACCEPTED'], array['REFUNDED_LATER'], -1);
