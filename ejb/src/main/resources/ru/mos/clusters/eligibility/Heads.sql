-- The clusters judged, who unites them on the date, and the latest change behind all that is said of each: of every row
-- that speaks of the date, when it was recorded and when it ceased to hold; of every release, when it came and when it went.
-- Each cluster's rows are looked up by cluster (offset 0 keeps it so), however many others there are.
with asked as materialized (
    select c.id, c.sector from cluster.cluster c where :all or c.id = any(:clusters)
),
behind as (
    select q.id as cluster_id, v.change
      from asked q
     cross join lateral (
        select p.recorded_by, p.superseded_by
          from cluster.particulars p
         where p.cluster_id = q.id
         union all
        select o.recorded_by, o.superseded_by
          from cluster.organisation o
         where o.cluster_id = q.id and o.valid_from <= :asOf and (o.valid_until is null or :asOf < o.valid_until)
         union all
        select m.recorded_by, m.superseded_by
          from cluster.membership m
         where m.cluster_id = q.id and m.valid_from <= :asOf and (m.valid_until is null or :asOf < m.valid_until)
         union all
        select d.recorded_by, d.superseded_by
          from cluster.document d
         where d.cluster_id = q.id and d.valid_from <= :asOf and (d.valid_until is null or :asOf < d.valid_until)
         union all
        select k.recorded_by, k.superseded_by
          from eligibility.conclusion k
         where k.cluster_id = q.id and k.valid_from <= :asOf and (k.valid_until is null or :asOf < k.valid_until)
         union all
        select w.recorded_by, w.superseded_by
          from eligibility.waiver w
         where w.cluster_id = q.id and w.valid_from <= :asOf and :asOf < w.valid_until
         union all
        select f.recorded_by, f.superseded_by
          from (select m.inn from cluster.memberships_on(:asOf, :knownOn) m where m.cluster_id = q.id
                 union
                select o.inn from cluster.organisations_on(:asOf, :knownOn) o where o.cluster_id = q.id) a
          join registry.manual_fact f on f.inn = a.inn
         where f.valid_from <= :asOf
           and (f.fact = 'CITY_REGISTER' or f.valid_until is null or :asOf < f.valid_until)
         union all
        select r.recorded_by, r.superseded_by
          from cluster.application r
         where r.cluster_id = q.id and r.state = 'REFUSED' and r.ground_id is null and r.decided_on <= :asOf
           and :asOf < r.decided_on
                       + make_interval(months => cluster.joining_parameter_on('REFUSAL_MONTHS', q.sector, :asOf, :knownOn))
        offset 0) b
     cross join lateral (values (b.recorded_by), (b.superseded_by)) v (change)
),
latest as (
    select b.cluster_id, max(c.at) as at
      from behind b
      join platform.change c on c.id = b.change
     where cast(:knownOn as timestamptz) is null or c.at <= :knownOn
     group by b.cluster_id
),
common as (
    select max(c.at) as at
      from (select l.recorded_by as change from registry.release l where l.same_as is null
             union all
            select l.withdrawn_by from registry.release l where l.same_as is null
             union all
            select p.recorded_by from eligibility.parameter p where (p.rule_set, p.version) = (:ruleSet, :version)
             union all
            select p.superseded_by from eligibility.parameter p where (p.rule_set, p.version) = (:ruleSet, :version)
             union all
            select j.recorded_by from cluster.joining_parameter j where j.code = 'REFUSAL_MONTHS'
             union all
            select j.superseded_by from cluster.joining_parameter j where j.code = 'REFUSAL_MONTHS'
             union all
            select e.recorded_by from eligibility.act_edition e
             union all
            select e.superseded_by from eligibility.act_edition e) said
      join platform.change c on c.id = said.change
     where cast(:knownOn as timestamptz) is null or c.at <= :knownOn
)
select c.id, c.code, c.sector, p.name, o.inn as organisation_inn, o.legal_form, o.valid_from as organisation_from,
       coalesce(o.name, shown.name, counted.name) as organisation_name,
       coalesce(greatest(latest.at, common.at), platform.now()) as known_on
  from cluster.cluster c
  join cluster.particulars_known(:knownOn) p on p.cluster_id = c.id
  left join cluster.organisations_on(:asOf, :knownOn) o on o.cluster_id = c.id
  left join lateral (select r.name
                       from (select * from registry.sme_run where inn = o.inn and superseded_by is null
                              union all
                             select * from registry.sme_run where inn = o.inn and superseded_by is not null) r
                      where platform.is_known(r.recorded_by, r.superseded_by, :knownOn)
                      order by r.first_ord desc, r.id desc
                      limit 1) shown on true
  left join lateral (select h.name
                       from (select * from registry.headcount where inn = o.inn and superseded_by is null
                              union all
                             select * from registry.headcount where inn = o.inn and superseded_by is not null) h
                      where platform.is_known(h.recorded_by, h.superseded_by, :knownOn)
                      order by h.document_on desc, h.release_id desc
                      limit 1) counted on true
  left join latest on latest.cluster_id = c.id
 cross join common
 where c.id in (select q.id from asked q)
 order by c.sector, c.number
