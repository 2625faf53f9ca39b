-- Whether a row is known, as of now (known_on null) or at an instant; a row without a change came with the product.
create or replace function eligibility.is_known(recorded_by bigint, superseded_by bigint, known_on timestamptz)
    returns boolean
    language sql stable
    return case when known_on is null then superseded_by is null
                else (recorded_by is null
                      or exists (select from platform.change c where c.id = recorded_by and c.at <= known_on))
                     and not exists (select from platform.change c where c.id = superseded_by and c.at <= known_on) end;

-- Conclusions in force on a date.
create or replace function eligibility.conclusions_on(as_of date, known_on timestamptz)
    returns setof eligibility.conclusion
    language sql stable
begin atomic
    select k.*
      from eligibility.conclusion k
     where k.valid_from <= as_of
       and (k.valid_until is null or as_of < k.valid_until)
       and eligibility.is_known(k.recorded_by, k.superseded_by, known_on);
end;
