-- Who they are, as sources name them.
select p.id, p.key, p.kind, p.inn, p.ogrn, p.record, p.name, p.match_name
  from ownership.party p
 where p.id = any(:ids)
