-- The release stands for an equal one in force: completed at once, everything unchanged.
update registry.release r
   set kind = e.kind, state_on = e.state_on, format_versions = e.format_versions, state = 'COMPLETED', same_as = e.id,
       files_total = e.files_total, files = e.files_total, records = e.records, rejected = e.rejected,
       unchanged = e.records - e.rejected, entered = 0, left_count = 0, changed = 0, phase = null,
       started_at = coalesce(r.started_at, platform.now()), finished_at = platform.now()
  from registry.release e
 where r.id = :id
   and e.id = (select max(x.id)
                 from registry.release x, registry.release y
                where y.id = :id and x.id <> :id and x.sha256 = y.sha256 and x.state = 'COMPLETED'
                  and x.same_as is null and (x.coverage = y.coverage or x.kind <> 'SME_REGISTER'))
