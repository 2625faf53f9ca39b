-- Entries of the journal as they stand now, the latest day first, after a key.
select x.id, x.adviser, u.name as adviser_name, x.cluster_id as cluster, c.code as cluster_code, x.inn,
       coalesce(p.name, e.name) as name, x.held_on, x.form, x.topic, x.result, b.actor as entered_by,
       coalesce(b.at, platform.now()) as entered_at, x.recorded_by <> x.entered_by as corrected, x.row_id as version
  from cluster.consultation x
  join platform.app_user u on u.login = x.adviser
  join platform.change b on b.id = x.entered_by
  left join cluster.cluster c on c.id = x.cluster_id
  left join cluster.particulars p on p.cluster_id = x.cluster_id and p.superseded_by is null
  left join registry.entity e on e.inn = x.inn
 where x.superseded_by is null
   and (cast(:id as uuid) is null or x.id = cast(:id as uuid))
   and (cast(:adviser as text) is null or x.adviser = :adviser)
   and (cast(:cluster as uuid) is null or x.cluster_id = cast(:cluster as uuid))
   and (cast(:inn as text) is null or x.inn = :inn)
   and (cast(:form as text) is null or x.form = :form)
   and (cast(:text as text) is null
        or strpos(registry.search_form(x.topic || ' ' || coalesce(x.result, '')), registry.search_form(:text)) > 0)
   and (cast(:from as date) is null or x.held_on >= cast(:from as date))
   and (cast(:until as date) is null or x.held_on < cast(:until as date))
   and (:first or (x.held_on, x.id) < (cast(:afterDay as date), cast(:afterId as uuid)))
 order by x.held_on desc, x.id desc
 limit :most
