-- Mergers as known now with each of their clusters, the latest day first, after a key.
with shown as materialized (
    select g.*
      from cluster.merger g
     where g.superseded_by is null
       and (cast(:id as uuid) is null or g.id = cast(:id as uuid))
       and (cast(:state as text) is null or g.state = :state)
       and (:first or (g.day, g.id) < (cast(:afterDay as date), cast(:afterId as uuid)))
     order by g.day desc, g.id desc
     limit :most
)
select g.id, c.id as cluster_id, c.code as cluster_code, p.name as cluster_name, g.successor_id,
       s.code as successor_code, q.name as successor_name, g.new_name, g.organisation_inn, g.organisation_name,
       g.legal_form, g.curator, c.sector, g.day, g.document_title, g.document_number, g.document_date, g.state, g.refusal,
       b.actor as proposed_by, coalesce(b.at, platform.now()) as proposed_at, l.actor as last_by, g.row_id
  from shown g
  join cluster.merged d on d.merger_id = g.id
  join cluster.cluster c on c.id = d.cluster_id
  join cluster.particulars_known(null) p on p.cluster_id = c.id
  left join cluster.cluster s on s.id = g.successor_id
  left join cluster.particulars_known(null) q on q.cluster_id = s.id
  join platform.change b on b.id = g.proposed_by
  join platform.change l on l.id = g.recorded_by
 order by g.day desc, g.id desc, c.sector, c.number
