-- Why: an award takes free limits the moment it is given; one that no reservation stands for would promise money nobody holds.
-- Awards given before there was a ledger are taken over with the limits they presuppose, no more.
do $$
declare
    line  record;
    given record;
begin
    for line in select year, kbk, sum(amount) as amount from call.award group by year, kbk order by year, kbk loop
        perform ledger.post(platform.today(), 'system', array['take-on/appropriation/' || line.year || '/' || line.kbk, 'take-on/limit/' || line.year || '/' || line.kbk],
                            array['APPROPRIATED', 'LIMITED'], array['Ассигнования решений, принятых до ведения книги', 'Лимиты решений, принятых до ведения книги'],
                            array[null, null], array[null, null], array[null, null]::bigint[], array[1, 1, 2, 2],
                            array['APPROPRIATION', 'BUDGET', 'LIMIT', 'APPROPRIATION'], array_fill(line.year, array[4]), array_fill(line.kbk, array[4]),
                            array_fill(''::text, array[4]), array[line.amount, -line.amount, line.amount, -line.amount]);
    end loop;
    for given in select w.id, w.year, w.kbk, w.amount, d.id as decision, a.number
                   from call.award w
                   left join call.decision d on d.award_id = w.id
                   left join call.application a on a.id = d.application_id
                  order by w.id loop
        perform ledger.post(platform.today(), 'system', array['award/' || given.id], array['RESERVED'], array['Решение о поддержке'],
                            array[case when given.decision is not null then 'DECISION' end], array[given.decision::text], array[null]::bigint[],
                            array[1, 1], array['RESERVED', 'LIMIT'], array[given.year, given.year], array[given.kbk, given.kbk],
                            array['A-' || coalesce(given.number::text, replace(given.id::text, '-', '')), ''], array[given.amount, -given.amount]);
    end loop;
end $$;

create function call.refuse_unreserved_award() returns trigger
    language plpgsql as $$
begin
    if not exists (select from ledger.entry e
                     join ledger.posting p on p.entry_id = e.id
                     join ledger.account a on a.id = p.account_id
                    where e.key = 'award/' || new.id and (a.stage, a.year, a.kbk, p.amount) = ('RESERVED', new.year, new.kbk, new.amount)) then
        raise exception 'nothing is reserved' using errcode = 'check_violation', constraint = 'award_not_reserved';
    end if;
    return null;
end $$;
create constraint trigger reserved after insert on call.award
    deferrable initially deferred for each row execute function call.refuse_unreserved_award();
