-- Whether a relation alone lets its owner rule its subject: it directs it, or has more than half of its votes.
create or replace function ownership.controls(kind text, votes_numerator numeric, votes_denominator numeric) returns boolean
    language sql immutable parallel safe
    return kind in ('EXECUTIVE', 'MANAGING_COMPANY') or 2 * votes_numerator > votes_denominator;

-- Of each party the extract on or before the day and the one after it, as far as they are known.
create or replace function ownership.extracts_near(parties bigint[], on_day date, known_on timestamptz)
    returns setof ownership.extract
    language sql stable
begin atomic
    select distinct on (e.party_id, e.shown_on > on_day) e.*
      from ownership.extract e
     where e.party_id = any(parties) and platform.is_known(e.recorded_by, e.superseded_by, known_on)
     order by e.party_id, e.shown_on > on_day, abs(e.shown_on - on_day), e.id desc;
end;
