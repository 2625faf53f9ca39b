-- Whoever else could link those found, though none of them alone leads there: companies of which they together hold more than
-- half or of whose board they are half; all who hold a company below that nobody is certain to rule; persons of one name.
-- below: those found who stand above nobody asked about.
with part as (
    select e.party_id as subject, e.id as extract, s.kind, s.owner_id as owner,
           s.votes_numerator / nullif(s.votes_denominator, 0) as votes
      from unnest(cast(:found as bigint[])) f (party)
      join ownership.party p on p.id = f.party and (p.kind <> 'PUBLIC_BODY' or :publicBodies)
      join ownership.shown s on s.owner_id = f.party and s.kind in ('SHAREHOLDING', 'BOARD')
      join ownership.extract e on e.id = s.extract_id
     where platform.is_known(e.recorded_by, e.superseded_by, :knownOn)
     union all
    select t.subject_id, 0, t.kind, t.owner_id, t.votes_numerator / nullif(t.votes_denominator, 0)
      from unnest(cast(:found as bigint[])) f (party)
      join ownership.party p on p.id = f.party and (p.kind <> 'PUBLIC_BODY' or :publicBodies)
      join ownership.stake t on t.owner_id = f.party and t.kind in ('SHAREHOLDING', 'BOARD')
     where platform.is_known(t.recorded_by, t.superseded_by, :knownOn)
       and (t.valid_from is null or t.valid_from <= :day) and (t.valid_until is null or :day < t.valid_until)
),
-- one extract after the other shows the same stake; a statement may add to what an extract shows
shown_once as (
    select subject, extract, sum(votes) as votes, count(distinct owner) filter (where kind = 'BOARD') as seats
      from part
     where subject <> all(cast(:found as bigint[]))
     group by subject, extract
),
together as (
    select coalesce(same.one, often.subject) as subject, array_agg(often.subject) as subjects, sum(often.votes) as votes,
           sum(often.seats) as seats
      from (select subject, max(votes) as votes, max(seats) as seats
              from shown_once
             group by subject, extract = 0) often
      left join lateral (select i.one
                           from ownership.identity i
                          where i.other = often.subject and i.same
                            and platform.is_known(i.recorded_by, i.superseded_by, :knownOn)
                          order by i.one
                          limit 1) same on true
     group by 1
),
ruled as (
    select near.party_id as party
      from ownership.extracts_near(cast(:below as bigint[]), :day, :knownOn) near
      left join ownership.shown s on s.extract_id = near.id and s.kind = 'SHAREHOLDING'
     group by near.party_id
    having count(distinct near.id) = 1 and max(near.shown_on) between cast(:day as date) - :extractDays and :day
       and bool_and(s.share_numerator is not null and s.votes_numerator is not null)
       and sum(s.share_numerator / nullif(s.share_denominator, 0)) <= 1
       and max(s.votes_numerator / nullif(s.votes_denominator, 0)) > 0.500000001
)
select found.party
  from (select unnest(t.subjects) as party
          from together t
         where t.votes >= 0.499999999
               * (1 - coalesce((select max(s.votes_numerator / nullif(s.votes_denominator, 0))
                                  from ownership.extract e
                                  join ownership.shown s on s.extract_id = e.id and s.owner_id = e.party_id
                                 where e.party_id = any(t.subjects)), 0)
                    - coalesce((select sum(o.votes_numerator / nullif(o.votes_denominator, 0))
                                  from ownership.stake o
                                 where o.subject_id = any(t.subjects) and o.owner_id = o.subject_id), 0))
            or (t.seats > 0
                and 2 * t.seats >= (select count(distinct o.owner_id)
                                      from ownership.stake o
                                     where o.subject_id = any(t.subjects) and o.kind = 'BOARD'
                                       and platform.is_known(o.recorded_by, o.superseded_by, :knownOn)
                                       and (o.valid_from is null or o.valid_from <= :day)
                                       and (o.valid_until is null or :day < o.valid_until)))
         union
        select s.owner_id
          from ownership.extracts_near(cast(:below as bigint[]), :day, :knownOn) near
          join ownership.shown s on s.extract_id = near.id and s.kind = 'SHAREHOLDING'
         where near.party_id not in (select r.party from ruled r)
         union
        select t.owner_id
          from unnest(cast(:below as bigint[])) b (party)
          join ownership.stake t on t.subject_id = b.party and t.kind = 'SHAREHOLDING'
         where b.party not in (select r.party from ruled r)
           and platform.is_known(t.recorded_by, t.superseded_by, :knownOn)
         union
        select n.id
          from unnest(cast(:found as bigint[])) f (party)
          join ownership.party p on p.id = f.party and p.kind = 'PERSON' and p.match_name is not null
          join ownership.party n on n.match_name = p.match_name and n.kind = 'PERSON' and n.id <> p.id
         where (p.inn is null or n.inn is null)
           and (p.inn is not null
                or exists (select from ownership.party m
                            where m.match_name = p.match_name and m.kind = 'PERSON' and m.id <> p.id
                              and m.id = any(cast(:found as bigint[]))))) found
 where found.party <> all(cast(:found as bigint[])) and found.party <> all(cast(:excluded as bigint[]))
 limit :most
