-- Why: limits end with their year, so what is paid in a later year is committed under the limits of that year (Budget Code, article
-- 219). Editions of before were committed under one year; only those written from now on tell the years of their instalments apart.
alter table agreement.edition add by_year boolean not null default false;
grant update (by_year) on agreement.edition to ${appRole};

create or replace function agreement.refuse_change_of_signed() returns trigger
    language plpgsql as $$
begin
    if tg_table_name = 'edition' then
        if old.commitment_on is not null
           or (old.signed_by is not null and tg_op = 'UPDATE'
               and (old.article, old.treasury_support, old.vat_eligible, old.amount, old.drawn_by, old.by_year)
                   is distinct from (new.article, new.treasury_support, new.vat_eligible, new.amount, new.drawn_by, new.by_year))
           or (old.signed_by is not null and tg_op = 'DELETE') then
            raise exception 'signed' using errcode = 'check_violation', constraint = 'agreement_signed';
        end if;
    elsif exists (select from agreement.edition e
                   where (e.agreement_id, e.number) = (coalesce(new.agreement_id, old.agreement_id), coalesce(new.edition, old.edition))
                     and e.signed_by is not null) then
        raise exception 'signed' using errcode = 'check_violation', constraint = 'agreement_signed';
    end if;
    return coalesce(new, old);
end $$;
