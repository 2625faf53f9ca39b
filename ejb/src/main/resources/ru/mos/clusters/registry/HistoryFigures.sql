-- Headcount, income and expense of every year by every source, with what was superseded.
with showing as (
    select r.headcount, r.document, r.release_id as first_release, r.recorded_by, l.id as release_id, l.file_name,
           l.state_on, l.ord
      from registry.sme_run r
      join registry.release l
        on l.kind = 'SME_REGISTER' and l.recorded_by is not null and l.same_as is null and l.withdrawn_by is null
       and case when r.extract then l.ord = r.first_ord
                else l.coverage = 'COMPLETE' and l.ord >= r.first_ord and (r.gone_ord is null or l.ord < r.gone_ord) end
     where r.inn = :inn and r.headcount is not null and r.superseded_by is null
),
said as (
    select distinct on (registry.headcount_year(s.state_on), s.headcount)
           registry.headcount_year(s.state_on) as year, s.headcount, s.release_id, s.file_name, s.state_on, s.recorded_by,
           case when s.release_id = s.first_release then s.document end as document
      from showing s
     order by registry.headcount_year(s.state_on), s.headcount, s.ord
),
figure as (
    select y.year, 'HEADCOUNT' as fact, cast(y.headcount as text) as value, 'SME_REGISTER' as source_kind, y.release_id,
           y.file_name, y.state_on as source_on, y.document, y.recorded_by, cast(null as bigint) as superseded_by
      from said y
     union all
    select h.year, 'HEADCOUNT', cast(h.value as text), 'HEADCOUNT', h.release_id, l.file_name, h.document_on, h.document,
           h.recorded_by, h.superseded_by
      from (select * from registry.headcount where inn = :inn and superseded_by is null
             union all
            select * from registry.headcount where inn = :inn and superseded_by is not null) h
      join registry.release l on l.id = h.release_id
     union all
    select i.year, v.fact, cast(v.value as text), 'INCOME', i.release_id, l.file_name, i.document_on, i.document,
           i.recorded_by, i.superseded_by
      from (select * from registry.income where inn = :inn and superseded_by is null
             union all
            select * from registry.income where inn = :inn and superseded_by is not null) i
     cross join lateral (values ('INCOME', i.income), ('EXPENSE', i.expense)) v (fact, value)
      join registry.release l on l.id = i.release_id
)
select f.year, f.fact, f.value, f.source_kind, f.release_id, f.file_name, f.source_on, f.document, c.at as recorded_at,
       s.at as superseded_at
  from figure f
  left join platform.change c on c.id = f.recorded_by
  left join platform.change s on s.id = f.superseded_by
 order by f.year, f.fact, f.source_on, f.release_id
