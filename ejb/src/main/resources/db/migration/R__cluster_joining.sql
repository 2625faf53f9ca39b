-- Applications to join, as known now (known_on null) or at an instant.
create or replace function cluster.applications_known(known_on timestamptz) returns setof cluster.application
    language sql stable
begin atomic
    select a.*
      from cluster.application a
     where platform.is_known(a.recorded_by, a.superseded_by, known_on);
end;

-- What a parameter of joining is for a sector on a day.
create or replace function cluster.joining_parameter_on(asked text, of_sector text, day date, known_on timestamptz)
    returns integer
    language sql stable
begin atomic
    select p.value
      from cluster.joining_parameter p
     where p.code = asked
       and (p.sector is null or p.sector = of_sector)
       and p.valid_from <= day
       and platform.is_known(p.recorded_by, p.superseded_by, known_on)
     order by p.sector nulls last, p.valid_from desc
     limit 1;
end;

-- Refusals without a listed ground that are still heard on a day: for so many months from the day of refusal, not on the
-- day on which these months are over.
create or replace function cluster.refusals_heard(as_of date, known_on timestamptz)
    returns table (cluster_id uuid, inn text, decided_on date, months integer, recorded_by bigint, superseded_by bigint)
    language sql stable
begin atomic
    select a.cluster_id, a.inn, a.decided_on, p.months, a.recorded_by, a.superseded_by
      from cluster.applications_known(known_on) a
      join cluster.cluster c on c.id = a.cluster_id
     cross join lateral (select cluster.joining_parameter_on('REFUSAL_MONTHS', c.sector, as_of, known_on) as months) p
     where a.state = 'REFUSED'
       and a.ground_id is null
       and a.decided_on <= as_of
       and as_of < a.decided_on + make_interval(months => p.months);
end;
