-- They hold from now on.
insert into ownership.extract (id, import_id, party_id, shown_on, content, file, document, line, name, short_name,
                               legal_form, joint_stock, ceased_on, successor_id, capital, treasury_numerator,
                               treasury_denominator, owners_withheld, address, region, municipality,
                               recorded_by)
overriding system value
select f.id, :id, f.party_id, s.shown_on, s.content, s.file, s.document, s.line, s.name, s.short_name, s.legal_form,
       s.joint_stock, s.ceased_on, f.successor_id, s.capital, s.treasury_numerator, s.treasury_denominator,
       s.owners_withheld, s.address, s.region, s.municipality, :change
  from staged_fresh f
  join staged_extract s on s.number = f.number
