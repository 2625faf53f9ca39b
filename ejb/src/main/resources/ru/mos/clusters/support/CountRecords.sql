-- How many records of support a filter finds; what was known when is added.
select count(*)
  from support.record r
 where (cast(:inn as text) is null or r.inn = :inn)
   and (cast(:provider as text) is null or r.provider_inn = :provider)
   and (cast(:form as text) is null or r.form = :form)
   and (cast(:runsOn as date) is null
        or (r.decided_on <= cast(:runsOn as date) and cast(:runsOn as date) < least(r.stopped_on, r.ends_on + 1)))
   and (cast(:from as date) is null or r.decided_on >= cast(:from as date))
   and (cast(:until as date) is null or r.decided_on < cast(:until as date))
