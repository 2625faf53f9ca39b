-- Headcount, turnover and their like of each year by every source that gives them. A record of the register says a year's
-- headcount in each release that shows it; its first such release stands for it.
with day as materialized (
    select cast(:knownOn as timestamptz) as known_on
),
asked as materialized (
    select distinct a.inn collate "C" as inn from unnest(cast(:inns as text[])) a (inn)
),
showing as (
    select a.inn, r.headcount, r.document, r.release_id as first_release, l.id as release_id, l.file_name, l.state_on, l.ord
      from asked a
     cross join day d
     cross join lateral registry.sme_known(a.inn, d.known_on) r
      join registry.release l
        on l.kind = 'SME_REGISTER' and l.recorded_by is not null and l.same_as is null
       and case when r.extract then l.ord = r.first_ord
                else l.coverage = 'COMPLETE' and l.ord >= r.first_ord and (r.gone_ord is null or l.ord < r.gone_ord) end
       and case when d.known_on is null then l.withdrawn_by is null
                else registry.known(l.recorded_by, d.known_on)
                     and (l.withdrawn_by is null or not registry.known(l.withdrawn_by, d.known_on)) end
     where r.headcount is not null
),
said as (
    select distinct on (s.inn, registry.headcount_year(s.state_on), s.headcount)
           s.inn, registry.headcount_year(s.state_on) as year, s.headcount, s.release_id, s.file_name, s.state_on,
           case when s.release_id = s.first_release then s.document end as document
      from showing s
     order by s.inn, registry.headcount_year(s.state_on), s.headcount, s.ord
)
select y.inn, 'HEADCOUNT' as kind, y.year, cast(y.headcount as numeric) as value, 'SME_REGISTER' as source_kind, y.release_id,
       y.file_name, y.state_on as source_on, y.document, cast(null as uuid) as fact
  from said y
 union all
select a.inn, 'HEADCOUNT', h.year, h.value, 'HEADCOUNT', h.release_id, l.file_name, h.document_on, h.document, null
  from asked a
 cross join day d
 cross join lateral registry.headcount_known(a.inn, d.known_on) h
  join registry.release l on l.id = h.release_id
 union all
select a.inn, 'INCOME', i.year, i.income, 'INCOME', i.release_id, l.file_name, i.document_on, i.document, null
  from asked a
 cross join day d
 cross join lateral registry.income_known(a.inn, d.known_on) i
  join registry.release l on l.id = i.release_id
 union all
select m.inn, m.fact, cast(extract(year from m.valid_from) as integer), cast(m.value as numeric), 'HAND_ENTRY', null, null,
       m.document_on, m.document_title || ' № ' || m.document_number, m.id
  from asked a
 cross join day d
  join registry.manual_fact m on m.inn = a.inn
 where m.fact in ('HEADCOUNT', 'HEADCOUNT_ALL', 'INCOME', 'REVENUE', 'MAIN_ACTIVITY_SHARE')
   and case when d.known_on is null then m.recorded_by is not null and m.superseded_by is null
            else registry.known(m.recorded_by, d.known_on)
                 and (m.superseded_by is null or not registry.known(m.superseded_by, d.known_on)) end
 order by inn, year, kind, source_on desc, release_id desc, fact
