-- Which of them are one, or are not, as far as it is known.
select i.one, i.other, i.same
  from ownership.identity i
 where i.one = any(:ids) and i.other = any(:ids)
   and platform.is_known(i.recorded_by, i.superseded_by, :knownOn)
