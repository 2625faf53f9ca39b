-- Each key of the import stands for a party: its own, or the one known by the same registration number.
create temporary table staged_key on commit drop as
select k.key, coalesce(own.id, numbered.id) as party_id
  from (select distinct key, case when key like 'ogrn:%' then substr(key, 6) end as ogrn from staged_party) k
  left join ownership.party own on own.key = k.key
  left join lateral (select min(p.id) as id
                       from ownership.party p
                      where own.id is null and p.ogrn = k.ogrn and p.inn is not null) numbered on true
