-- Whether a relation alone may let its owner rule its subject: it directs it, or has more than half of its votes, or nobody
-- knows how many.
create or replace function ownership.controls(kind text, votes_numerator numeric, votes_denominator numeric) returns boolean
    language sql immutable parallel safe
    return kind in ('EXECUTIVE', 'MANAGING_COMPANY')
        or (kind = 'SHAREHOLDING' and coalesce(2 * votes_numerator > votes_denominator, true));

-- Of each party the extracts of the nearest day on or before the day and of the nearest after it, as far as they are known;
-- what several imports show alike, once.
create or replace function ownership.extracts_near(parties bigint[], on_day date, known_on timestamptz)
    returns setof ownership.extract
    language sql stable
begin atomic
    select (n.e).*
      from (select distinct on ((ranked.e).party_id, (ranked.e).shown_on, (ranked.e).content) ranked.e
              from (select e,
                           rank() over (partition by e.party_id, e.shown_on > on_day
                                        order by abs(e.shown_on - on_day)) as nearness
                      from ownership.extract e
                     where e.party_id = any(parties)
                       and platform.is_known(e.recorded_by, e.superseded_by, known_on)) ranked
             where ranked.nearness = 1
             order by (ranked.e).party_id, (ranked.e).shown_on, (ranked.e).content, (ranked.e).id) n;
end;
