-- Why: a correction bears no operation of its own; reports and the accounting program count it as what it takes back. A correction
-- of a correction is the first entry again.
create function ledger.taken_back(reversed bigint) returns table (operation text, exchanged boolean)
    language sql stable strict as $$
    with recursive back as (
        select e.operation, e.reverses, true as exchanged from ledger.entry e where e.id = reversed
        union all
        select e.operation, e.reverses, not b.exchanged from back b join ledger.entry e on e.id = b.reverses
    )
    select operation, exchanged from back where reverses is null
$$;
revoke execute on function ledger.taken_back from public;
grant execute on function ledger.taken_back to ${appRole};
