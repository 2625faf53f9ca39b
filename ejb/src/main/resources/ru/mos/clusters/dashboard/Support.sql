-- Support decided on by the day, as it is known now. A cluster counts what its members and its organisation got while they were such;
-- what belongs to two clusters stands with each and once in the total.
with given as (
    select r.id, r.inn, r.form, r.unit, r.size, r.decided_on
      from support.record r
     where r.superseded_by is null and r.decided_on <= :on
       and (cast(:year as integer) is null
            or r.decided_on >= make_date(:year, 1, 1) and r.decided_on < make_date(cast(:year as integer) + 1, 1, 1))
),
belonging as (
    select m.inn, m.valid_from, m.valid_until, case :by when 'SECTOR' then c.sector else cast(c.id as text) end as key
      from cluster.membership m join cluster.cluster c on c.id = m.cluster_id
     where m.superseded_by is null and :by <> 'FORM'
     union all
    select o.inn, o.valid_from, o.valid_until, case :by when 'SECTOR' then c.sector else cast(c.id as text) end
      from cluster.organisation o join cluster.cluster c on c.id = o.cluster_id
     where o.superseded_by is null and :by <> 'FORM'
),
placed as (
    select distinct g.*, b.key
      from given g
      left join belonging b on b.inn = g.inn and b.valid_from <= g.decided_on and (b.valid_until is null or g.decided_on < b.valid_until)
     where :by <> 'FORM'
     union all
    select g.*, g.form from given g where :by = 'FORM'
     union all
    select g.*, '' from given g
),
summed as (
    select key, count(*) as records, count(distinct inn) as recipients,
           coalesce(sum(size) filter (where unit = 'ROUBLE'), 0.00) as roubles,
           coalesce(sum(size) filter (where unit = 'SQUARE_METRE'), 0.00) as square_metres,
           coalesce(sum(size) filter (where unit = 'HOUR'), 0.00) as hours,
           coalesce(sum(size) filter (where unit = 'PIECE'), 0.00) as pieces
      from placed
     group by key
)
select case when s.key = '' then '' when s.key is null then '~' when :by = 'FORM' then to_char(f.position, 'fm0000')
            else to_char(999999999999 - s.records, 'fm000000000000') || ' ' || s.key end collate "C" as line,
       case when s.key = '' then 'TOTAL' when s.key is null then 'NONE' else 'NAMED' end as kind,
       coalesce(c.code, s.key) as id, coalesce(c.code, s.key) as code,
       coalesce(f.name_ru, r.name_ru, p.name) as name_ru, coalesce(f.name_en, r.name_en, p.name) as name_en,
       null as unit_ru, null as unit_en, s.records, s.recipients, s.roubles, s.square_metres, s.hours, s.pieces
  from summed s
  left join support.form f on :by = 'FORM' and f.code = s.key
  left join cluster.sector r on :by = 'SECTOR' and r.code = s.key
  left join cluster.cluster c on :by = 'CLUSTER' and cast(c.id as text) = s.key
  left join cluster.particulars p on p.cluster_id = c.id and p.superseded_by is null
