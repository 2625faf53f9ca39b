-- Headcount and income of each year by every source that gives them: side by side, the sources' order of dates. A record of
-- the register says a year's headcount in each release that shows it; its first such release stands for it.
with run as (
    select r.*
      from registry.sme_known(:inn, cast(:knownOn as timestamptz)) r
     where r.headcount is not null
),
showing as (
    select r.headcount, r.document, r.release_id as first_release, l.id as release_id, l.file_name, l.state_on, l.ord
      from run r
      join registry.release l
        on l.kind = 'SME_REGISTER' and l.recorded_by is not null and l.same_as is null
       and case when r.extract then l.ord = r.first_ord
                else l.coverage = 'COMPLETE' and l.ord >= r.first_ord and (r.gone_ord is null or l.ord < r.gone_ord) end
       and case when cast(:knownOn as timestamptz) is null then l.withdrawn_by is null
                else registry.known(l.recorded_by, cast(:knownOn as timestamptz))
                     and (l.withdrawn_by is null or not registry.known(l.withdrawn_by, cast(:knownOn as timestamptz))) end
),
said as (
    select distinct on (registry.headcount_year(s.state_on), s.headcount)
           registry.headcount_year(s.state_on) as year, s.headcount, s.release_id, s.file_name, s.state_on,
           case when s.release_id = s.first_release then s.document end as document
      from showing s
     order by registry.headcount_year(s.state_on), s.headcount, s.ord
)
select y.year, y.headcount, cast(null as numeric) as income, cast(null as numeric) as expense, 'SME_REGISTER' as kind,
       y.release_id, y.file_name, y.state_on as source_on, y.document
  from said y
 union all
select h.year, h.value, null, null, 'HEADCOUNT', h.release_id, l.file_name, h.document_on, h.document
  from registry.headcount_known(:inn, cast(:knownOn as timestamptz)) h
  join registry.release l on l.id = h.release_id
 union all
select i.year, null, i.income, i.expense, 'INCOME', i.release_id, l.file_name, i.document_on, i.document
  from registry.income_known(:inn, cast(:knownOn as timestamptz)) i
  join registry.release l on l.id = i.release_id
 order by year desc, source_on desc, release_id desc
