-- The latest change that could have a say in the figures of years: a release that came or went, a fact entered by hand.
select max(c.at)
  from platform.change c
 where (cast(:knownOn as timestamptz) is null or c.at <= cast(:knownOn as timestamptz))
   and c.id in (select l.recorded_by from registry.release l
                 union all
                select l.withdrawn_by from registry.release l
                 union all
                select m.recorded_by from registry.manual_fact m where m.inn = any(cast(:inns as text[]))
                 union all
                select m.superseded_by from registry.manual_fact m where m.inn = any(cast(:inns as text[])))
