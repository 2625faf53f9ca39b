-- Where the members of a cluster's organisation are on a date: where they declare to work, else their legal address by the
-- latest extract up to the date.
select m.inn, coalesce(m.name, e.name) as name,
       case when s.id is not null then 'ACTUAL_SITE' when x.address is not null then 'LEGAL_ADDRESS' else 'UNKNOWN' end as source,
       coalesce(s.address, x.address) as address,
       case when s.id is not null then s.municipality else x.municipality end as municipality,
       coalesce(sm.district, xm.district) as district,
       x.shown_on, s.document_title, s.document_number, s.document_on
  from cluster.memberships_on(:asOf, null) m
  left join registry.entity e on e.inn = m.inn
  left join cluster.site s on s.inn = m.inn and s.superseded_by is null
   and daterange(s.valid_from, s.valid_until) @> cast(:asOf as date)
  left join cluster.municipality sm on sm.name = s.municipality
  left join lateral (
        select n.address, n.shown_on,
               nullif(regexp_replace(replace(upper(n.municipality), 'Ё', 'Е'),
                      '^(ВН[.]? ?ТЕР[.]? ?Г[.]?|Г[.]|ГОРОД МОСКВА|МУНИЦИПАЛЬНЫЙ ОКРУГ|ГОРОДСКОЙ ОКРУГ|ПОСЕЛЕНИЕ|РАЙОН| )+', ''), '') as municipality
          from ownership.party p
          join ownership.extract n on n.party_id = p.id and n.superseded_by is null and n.shown_on <= :asOf
         where p.inn = m.inn and s.id is null
         order by n.shown_on desc, n.id desc
         limit 1) x on true
  left join cluster.municipality xm on xm.name = x.municipality and s.id is null
 where m.cluster_id = :cluster and m.member_of_organisation
 order by m.inn
