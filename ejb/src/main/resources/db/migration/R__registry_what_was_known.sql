-- What is known of a subject at an instant is asked everywhere, and only so written does it use the partial indexes of
-- what is held true and of what was superseded; names of private persons are cut when their time is over.

create or replace function registry.sme_known(who text, known_on timestamptz) returns setof registry.sme_run
    language sql stable rows 4
as $$
    select r.*
      from registry.sme_run r
     where r.inn = who and r.superseded_by is null
       and (known_on is null or registry.known(r.recorded_by, known_on))
     union all
    select r.*
      from registry.sme_run r
     where r.inn = who and r.superseded_by is not null and known_on is not null
       and registry.known(r.recorded_by, known_on) and not registry.known(r.superseded_by, known_on)
$$;

create or replace function registry.headcount_known(who text, known_on timestamptz) returns setof registry.headcount
    language sql stable rows 4
as $$
    select h.*
      from registry.headcount h
     where h.inn = who and h.superseded_by is null
       and (known_on is null or registry.known(h.recorded_by, known_on))
     union all
    select h.*
      from registry.headcount h
     where h.inn = who and h.superseded_by is not null and known_on is not null
       and registry.known(h.recorded_by, known_on) and not registry.known(h.superseded_by, known_on)
$$;

create or replace function registry.income_known(who text, known_on timestamptz) returns setof registry.income
    language sql stable rows 4
as $$
    select i.*
      from registry.income i
     where i.inn = who and i.superseded_by is null
       and (known_on is null or registry.known(i.recorded_by, known_on))
     union all
    select i.*
      from registry.income i
     where i.inn = who and i.superseded_by is not null and known_on is not null
       and registry.known(i.recorded_by, known_on) and not registry.known(i.superseded_by, known_on)
$$;

-- «Иванов Иван Иванович» as «Иванов И. И.»
create or replace function registry.cut_name(name text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(btrim(name), '\s+(\S)\S*', ' \1.', 'g');
