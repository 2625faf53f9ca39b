-- Members of the clusters that exist on the day against the number that makes a critical mass, by cluster (level 0) or by
-- sector (level 1), where whoever is a member of several clusters counts once.
with existing as (
    select c.id, c.sector, c.number, c.code, p.name,
           cluster.joining_parameter_on('CRITICAL_MASS', c.sector, :on, null) as required
      from cluster.cluster c
      join cluster.particulars_known(null) p on p.cluster_id = c.id
     where p.valid_from <= :on and (p.valid_until is null or :on < p.valid_until)
       and (cast(:sector as text) is null or c.sector = :sector)
),
member as (
    select x.id, x.sector, m.inn
      from existing x
      join cluster.memberships_on(:on, null) m on m.cluster_id = x.id and m.member_of_organisation
),
counted as (
    select x.*, (select count(*) from member m where m.id = x.id) as members
      from existing x
),
shown as (
    select k.sector, k.number, k.code, k.name, k.members, k.required, cast(1 as bigint) as clusters,
           case when k.members >= k.required then cast(1 as bigint) else 0 end as reached
      from counted k
     where :level = 0
     union all
    select k.sector, null, null, null, (select count(distinct m.inn) from member m where m.sector = k.sector),
           max(k.required), count(*), count(*) filter (where k.members >= k.required)
      from counted k
     where :level = 1
     group by k.sector
)
select s.*
  from shown s
 where (s.sector, coalesce(s.number, 0)) > (:afterSector, cast(:afterNumber as integer))
 order by s.sector, s.number
 limit :most
