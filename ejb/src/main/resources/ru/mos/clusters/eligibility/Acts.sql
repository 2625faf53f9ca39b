-- Acts, by date and code, with how each stands on the day and in which edition.
select a.code, a.kind, a.number, a.adopted_on, a.dated_to, a.title, a.subject, a.source, a.note,
       coalesce(e.status, case when exists (select from eligibility.act_edition k
                                             where k.act = a.code and k.superseded_by is null)
                               then 'NOT_YET' else 'UNDATED' end) as standing,
       e.edition, e.valid_from as since, e.by_act
  from eligibility.act a
  left join lateral (select k.*
                       from eligibility.act_edition k
                      where k.act = a.code and k.superseded_by is null
                        and coalesce(k.valid_from, '-infinity') <= :day
                        and :day < coalesce(k.valid_until, 'infinity')
                      order by k.status = 'DRAFT'
                      limit 1) e on true
 where (cast(:code as text) is null or a.code = :code)
   and (cast(:words as text) is null
        or lower(a.code || ' ' || coalesce(a.number, '') || ' ' || a.title || ' ' || a.subject) like :words)
   and (cast(:standing as text) is null
        or coalesce(e.status, case when exists (select from eligibility.act_edition k
                                                 where k.act = a.code and k.superseded_by is null)
                                   then 'NOT_YET' else 'UNDATED' end) = :standing)
   and (:first or (coalesce(a.adopted_on, 'infinity'), a.code) > (cast(:afterDay as date), :afterCode))
 order by coalesce(a.adopted_on, 'infinity'), a.code
 limit :fetch
