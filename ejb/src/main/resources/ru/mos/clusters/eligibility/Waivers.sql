-- Waivers of a cluster, asked for, given, refused and withdrawn, the latest first.
select r.id, r.cluster_id as cluster, r.rule, r.parts, r.state, r.statement, r.act, a.title as act_title, r.edition,
       r.paragraph, r.document_title, r.document_number, r.document_on, r.valid_from,
       coalesce(w.valid_until, r.valid_until) as valid_until, r.requested_in as number, r.requested_by,
       coalesce(q.at, platform.now()) as requested_at, r.decided_by,
       case when d.id is not null then coalesce(d.at, platform.now()) end as decided_at, r.decision_reason,
       b.actor as withdrawn_by, case when b.id is not null then coalesce(b.at, platform.now()) end as withdrawn_at,
       r.withdrawal_reason,
       w.id is not null and w.valid_from <= platform.today() and platform.today() < w.valid_until as in_force
  from eligibility.waiver_request r
  join eligibility.act a on a.code = r.act
  join platform.change q on q.id = r.requested_in
  left join platform.change d on d.id = r.decided_in
  left join platform.change b on b.id = r.withdrawn_in
  left join eligibility.waiver w on w.id = r.id and w.superseded_by is null
 where r.cluster_id = :cluster
   and (cast(:id as uuid) is null or r.id = cast(:id as uuid))
   and r.requested_in < :after
 order by r.requested_in desc
 limit :fetch
