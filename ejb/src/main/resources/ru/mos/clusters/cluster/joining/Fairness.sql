-- What became of the applications submitted in the period, counted by cluster (level 0) or by sector (level 1).
select a.sector, a.number, a.code, a.name, count(*) as applications,
       count(*) filter (where a.state = 'ADMITTED') as admitted,
       count(*) filter (where a.state = 'REFUSED') as refused,
       count(*) filter (where a.state = 'REFUSED' and a.ground_id is null) as refused_without_ground,
       count(*) filter (where a.state = 'WITHDRAWN') as withdrawn,
       count(*) filter (where a.state = 'SUBMITTED') as open,
       count(*) filter (where a.answer_due < case when a.state = 'SUBMITTED' then a.today
                                                  when a.state <> 'WITHDRAWN' then a.decided_on end) as overdue,
       cast(percentile_cont(0.5) within group (order by a.days) as numeric(10, 1)) as median_days,
       max(a.days) as longest_days
  from (select c.sector, c.number, c.code, p.name, x.state, x.ground_id, x.answer_due, x.decided_on,
               platform.today() as today,
               case when x.state in ('ADMITTED', 'REFUSED') then cast(x.decided_on - x.submitted_on as bigint) end as days
          from cluster.application x
          join cluster.cluster c on c.id = x.cluster_id
          join cluster.particulars_known(null) p on p.cluster_id = c.id
         where x.superseded_by is null
           and (cast(:from as date) is null or x.submitted_on >= cast(:from as date))
           and (cast(:until as date) is null or x.submitted_on < cast(:until as date))
           and (cast(:sector as text) is null or c.sector = :sector)) a
 group by grouping sets ((a.sector, a.number, a.code, a.name), (a.sector))
having grouping(a.code) = :level
   and (a.sector, coalesce(a.number, 0)) > (:afterSector, cast(:afterNumber as integer))
 order by a.sector, a.number
 limit :most
