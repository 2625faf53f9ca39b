-- Conclusions about a cluster, each once: the row in force, else the last that was; who withdrew it, if anybody did.
with said as (
    select distinct on (k.id) k.*
      from eligibility.conclusion k
     where k.cluster_id = :cluster
       and (cast(:id as uuid) is null or k.id = cast(:id as uuid))
     order by k.id, k.row_id desc
)
select s.id, s.cluster_id as cluster, s.rule, s.part, s.outcome, s.statement, s.document_title, s.document_number,
       s.document_on, s.valid_from, s.valid_until, s.given_by as number, g.actor as given_by,
       coalesce(g.at, platform.now()) as given_at, w.actor as withdrawn_by,
       case when w.id is not null then coalesce(w.at, platform.now()) end as withdrawn_at
  from said s
  join platform.change g on g.id = s.given_by
  left join platform.change w on w.id = case when s.superseded_by is not null then s.superseded_by
                                             when s.recorded_by <> s.given_by then s.recorded_by end
 where s.given_by < :after
 order by s.given_by desc
 limit :fetch
