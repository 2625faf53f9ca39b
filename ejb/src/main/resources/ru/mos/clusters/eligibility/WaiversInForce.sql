-- What is waived for the clusters, in force on the date, with the standing on that date of the act behind it.
select w.cluster_id, w.id, w.rule, r.parts, r.statement, a.title as act, r.edition, r.paragraph,
       coalesce(e.status, 'REPEALED') as status, r.document_title, r.document_number, r.document_on, w.valid_from, w.valid_until,
       r.requested_by, g.actor as given_by
  from eligibility.waivers_on(:asOf, :knownOn) w
  join eligibility.waiver_request r on r.id = w.id
  join eligibility.act a on a.code = r.act
  join platform.change g on g.id = w.given_by
  left join eligibility.act_edition e
    on e.act = r.act and e.edition is not distinct from r.edition
   and coalesce(e.valid_from, '-infinity') <= :asOf
   and :asOf < coalesce(e.valid_until, 'infinity')
   and platform.is_known(e.recorded_by, e.superseded_by, :knownOn)
 where :all or w.cluster_id = any(:clusters)
