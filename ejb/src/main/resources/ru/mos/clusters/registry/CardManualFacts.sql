-- Facts entered by hand and in force, those of the date marked.
select m.id, m.fact, m.value, m.valid_from, m.valid_until, m.name, m.document_title, m.document_number, m.document_on,
       coalesce(cast(:asOf as date), platform.today()) >= m.valid_from
       and (m.valid_until is null or coalesce(cast(:asOf as date), platform.today()) < m.valid_until) as on_the_day
  from registry.manual_fact m
 where m.inn = :inn
   and case when cast(:knownOn as timestamptz) is null then m.recorded_by is not null and m.superseded_by is null
            else registry.known(m.recorded_by, cast(:knownOn as timestamptz))
                 and (m.superseded_by is null or not registry.known(m.superseded_by, cast(:knownOn as timestamptz))) end
 order by m.document_on desc, m.fact, m.valid_from
