-- The decisions that a transition clause keeps valid on a day: of each cluster the last verdict on the very day it was given,
-- by the earlier version and before the clause's day, if it found the cluster eligible, while the later version that says so
-- is in force.
create or replace function eligibility.still_valid_on(asked uuid, day date)
    returns table (cluster_id uuid, verdict_id uuid, rule_set text, by_version integer, valid_until date)
    language sql stable
begin atomic
    select distinct on (v.cluster_id) v.cluster_id, v.id, t.rule_set, t.version, t.valid_until
      from eligibility.transition_clause t
      join eligibility.rule_set r on (r.code, r.version) = (t.rule_set, t.version)
     cross join lateral (
        select distinct on (k.cluster_id) k.cluster_id, k.id, k.outcome
          from eligibility.verdict k
          join platform.change c on c.id = k.given_by
         where (k.rule_set, k.rule_set_version) = (t.rule_set, t.of_version)
           and (asked is null or k.cluster_id = asked)
           and k.as_of = cast(c.at at time zone 'Europe/Moscow' as date)
           and k.as_of < t.decided_before
         order by k.cluster_id, c.at desc, k.id desc) v
     where v.outcome = 'ELIGIBLE'
       and r.valid_from <= day and day < t.valid_until
     order by v.cluster_id, t.valid_until desc, t.version desc;
end;
