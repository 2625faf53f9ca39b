-- Conclusions in force on a date.
create or replace function eligibility.conclusions_on(as_of date, known_on timestamptz)
    returns setof eligibility.conclusion
    language sql stable
begin atomic
    select k.*
      from eligibility.conclusion k
     where k.valid_from <= as_of
       and (k.valid_until is null or as_of < k.valid_until)
       and platform.is_known(k.recorded_by, k.superseded_by, known_on);
end;

drop function if exists eligibility.is_known(bigint, bigint, timestamptz);

-- Waivers in force on a date.
create or replace function eligibility.waivers_on(as_of date, known_on timestamptz)
    returns setof eligibility.waiver
    language sql stable
begin atomic
    select w.*
      from eligibility.waiver w
     where w.valid_from <= as_of
       and as_of < w.valid_until
       and platform.is_known(w.recorded_by, w.superseded_by, known_on);
end;
