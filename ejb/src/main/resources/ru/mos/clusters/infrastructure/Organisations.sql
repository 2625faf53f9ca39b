-- Infrastructure organisations as they stand on a date, as known now, after a number; one of them, of one kind, below one.
select o.id, o.number, o.code, o.inn, p.kind, p.name, p.address, p.area, p.valid_from, p.valid_until, p.closing_reason,
       case when cast(:asOf as date) < f.began then 'FUTURE' when p.valid_until <= cast(:asOf as date) then 'CLOSED' else 'ACTIVE' end as status,
       u.id as parent_id, u.code as parent_code, up.name as parent_name,
       a.valid_until as accredited_until,
       case when a.id is not null then 'IN_FORCE'
            when exists (select from infrastructure.accreditation w
                          where w.organisation_id = o.id and w.superseded_by is null and w.state = 'PROPOSED') then 'PROPOSED'
            when exists (select from infrastructure.accreditation w
                          where w.organisation_id = o.id and w.superseded_by is null and w.state = 'GIVEN'
                            and w.valid_until <= cast(:asOf as date)) then 'EXPIRED'
            else 'NONE' end as accreditation,
       f.began, o.version
  from infrastructure.organisation o
 cross join lateral (select min(b.valid_from) as began
                       from infrastructure.particulars b
                      where b.organisation_id = o.id and b.superseded_by is null) f
 cross join lateral (select b.*
                       from infrastructure.particulars b
                      where b.organisation_id = o.id and b.superseded_by is null
                        and b.valid_from <= greatest(cast(:asOf as date), f.began)
                      order by b.valid_from desc
                      limit 1) p
  left join infrastructure.organisation u on u.id = p.parent_id
  left join lateral (select b.name
                       from infrastructure.particulars b
                      where b.organisation_id = u.id and b.superseded_by is null
                      order by b.valid_from desc
                      limit 1) up on true
  left join infrastructure.accreditation a on a.organisation_id = o.id and a.superseded_by is null and a.state = 'GIVEN'
   and daterange(a.valid_from, a.valid_until) @> cast(:asOf as date)
 where o.number > :after
   and (cast(:id as uuid) is null or o.id = cast(:id as uuid))
   and (cast(:kind as text) is null or p.kind = cast(:kind as text))
   and (cast(:parent as uuid) is null or p.parent_id = cast(:parent as uuid))
 order by o.number
 limit :most
