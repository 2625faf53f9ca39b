-- Whoever else could link those found, though none of them alone leads there: companies of which they together hold more than
-- half or of whose board they are half; all who hold a company below that nobody is certain to rule; persons of one name.
-- below: those found who stand above nobody asked about.
with found as materialized (
    select unnest(cast(:found as bigint[])) as party
),
owner as materialized (
    select f.party
      from found f
     where :publicBodies or f.party not in (select p.id from ownership.party p where p.kind = 'PUBLIC_BODY')
),
part as (
    select e.party_id as subject, e.id as extract, s.kind, s.owner_id as owner,
           s.votes_numerator / nullif(s.votes_denominator, 0) as votes
      from owner o
      join ownership.shown s on s.owner_id = o.party and s.kind in ('SHAREHOLDING', 'BOARD')
      join ownership.extract e on e.id = s.extract_id
     where platform.is_known(e.recorded_by, e.superseded_by, :knownOn)
     union all
    select t.subject_id, 0, t.kind, t.owner_id, t.votes_numerator / nullif(t.votes_denominator, 0)
      from owner o
      join ownership.stake t on t.owner_id = o.party and t.kind in ('SHAREHOLDING', 'BOARD')
     where platform.is_known(t.recorded_by, t.superseded_by, :knownOn)
       and (t.valid_from is null or t.valid_from <= :day) and (t.valid_until is null or :day < t.valid_until)
),
-- one extract after the other shows the same stake; a statement may add to what an extract shows
shown_once as (
    select subject, extract, sum(votes) as votes, count(distinct owner) filter (where kind = 'BOARD') as seats
      from part
     where subject not in (select f.party from found f)
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
held as materialized (
    select near.party_id, near.id, near.shown_on, s.owner_id, s.share_numerator, s.share_denominator, s.votes_numerator,
           s.votes_denominator
      from ownership.extracts_near(cast(:below as bigint[]), :day, :knownOn) near
      left join ownership.shown s on s.extract_id = near.id and s.kind = 'SHAREHOLDING'
),
ruled as (
    select h.party_id as party
      from held h
     group by h.party_id
    having count(distinct h.id) = 1 and max(h.shown_on) between cast(:day as date) - :extractDays and :day
       and bool_and(h.share_numerator is not null and h.votes_numerator is not null)
       and sum(h.share_numerator / nullif(h.share_denominator, 0)) <= 1
       and max(h.votes_numerator / nullif(h.votes_denominator, 0)) > 0.500000001
)
select linking.party
  from (select unnest(t.subjects) as party
          from together t
         where t.votes >= 0.499999999
               * (1 - coalesce((select max(s.votes_numerator / nullif(s.votes_denominator, 0))
                                  from ownership.extract e
                                  join ownership.shown s on s.extract_id = e.id and s.owner_id = e.party_id
                                 where e.party_id = any(t.subjects)
                                   and platform.is_known(e.recorded_by, e.superseded_by, :knownOn)), 0)
                    - coalesce((select sum(o.votes_numerator / nullif(o.votes_denominator, 0))
                                  from ownership.stake o
                                 where o.subject_id = any(t.subjects) and o.owner_id = o.subject_id
                                   and platform.is_known(o.recorded_by, o.superseded_by, :knownOn)), 0))
            or (t.seats > 0
                and 2 * t.seats >= (select count(distinct o.owner_id)
                                      from ownership.stake o
                                     where o.subject_id = any(t.subjects) and o.kind = 'BOARD'
                                       and platform.is_known(o.recorded_by, o.superseded_by, :knownOn)
                                       and (o.valid_from is null or o.valid_from <= :day)
                                       and (o.valid_until is null or :day < o.valid_until)))
         union
        select h.owner_id
          from held h
         where h.owner_id is not null and h.party_id not in (select r.party from ruled r)
         union
        select t.owner_id
          from unnest(cast(:below as bigint[])) b (party)
          join ownership.stake t on t.subject_id = b.party and t.kind = 'SHAREHOLDING'
         where b.party not in (select r.party from ruled r)
           and platform.is_known(t.recorded_by, t.superseded_by, :knownOn)
         union
        select n.id
          from found f
          join ownership.party p on p.id = f.party and p.kind = 'PERSON' and p.match_name is not null
          join ownership.party n on n.match_name = p.match_name and n.kind = 'PERSON' and n.id <> p.id
         where (p.inn is null or n.inn is null)
           and (p.inn is not null
                or exists (select from ownership.party m
                            where m.match_name = p.match_name and m.kind = 'PERSON' and m.id <> p.id
                              and m.id in (select g.party from found g)))) linking
 where linking.party not in (select f.party from found f)
   and linking.party not in (select unnest(cast(:excluded as bigint[])))
 limit :most
