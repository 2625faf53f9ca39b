-- Applications of a filter as known now, the latest submitted first, after a key; only an own INN's where one is given.
select a.id, a.cluster_id, c.code as cluster_code, p.name as cluster_name, c.sector, a.inn,
       coalesce(a.name, e.name) as name, a.roles, a.member_of_organisation, a.submitted_on,
       a.document_title, a.document_number, a.document_date, a.state, a.answer_due,
       coalesce(a.answer_due < case when a.state = 'SUBMITTED' then platform.today()
                                    when a.state <> 'WITHDRAWN' then a.decided_on end, false) as overdue,
       a.decided_on, a.admitted_from, g.code as ground_code, g.name_ru as ground_ru, g.name_en as ground_en, a.reason,
       a.decision_title, a.decision_number, a.decision_date, s.actor as submitted_by, coalesce(s.at, platform.now()) as submitted_at,
       l.actor as last_by, a.row_id
  from cluster.application a
  join cluster.cluster c on c.id = a.cluster_id
  join cluster.particulars_known(null) p on p.cluster_id = c.id
  join platform.change s on s.id = a.submitted_by
  join platform.change l on l.id = a.recorded_by
  left join cluster.refusal_ground g on g.id = a.ground_id
  left join registry.entity e on e.inn = a.inn
 where a.superseded_by is null
   and (cast(:id as uuid) is null or a.id = cast(:id as uuid))
   and (cast(:cluster as uuid) is null or a.cluster_id = cast(:cluster as uuid))
   and (cast(:sector as text) is null or c.sector = :sector)
   and (cast(:state as text) is null or a.state = :state)
   and (cast(:inn as text) is null or a.inn = :inn)
   and (cast(:own as text) is null or a.inn = :own)
   and (cast(:from as date) is null or a.submitted_on >= cast(:from as date))
   and (cast(:until as date) is null or a.submitted_on < cast(:until as date))
   and (not :overdue or a.answer_due < case when a.state = 'SUBMITTED' then platform.today()
                                            when a.state <> 'WITHDRAWN' then a.decided_on end)
   and (:first or (a.submitted_on, a.id) < (cast(:afterDay as date), cast(:afterId as uuid)))
 order by a.submitted_on desc, a.id desc
 limit :most
