-- What earlier imports said of a record holds until the first news of it.
with first_news as (
    select s.record, min(s.valid_from) as valid_from
      from staged_news n
      join staged_stake s on s.number = n.number
     group by s.record
),
ended as (
    update ownership.stake t
       set superseded_by = :change
      from first_news f
     where t.record = f.record and t.superseded_by is null and t.statement is not null
       and coalesce(t.valid_until, 'infinity') > coalesce(f.valid_from, '-infinity')
       and coalesce(t.valid_from, '-infinity') <= coalesce(f.valid_from, '-infinity')
    returning t.*, f.valid_from as news_from
)
insert into ownership.stake (id, owner_id, subject_id, kind, share_numerator, share_denominator, votes_numerator,
                             votes_denominator, valid_from, valid_until, document_on, import_id, statement, record,
                             recorded_by)
select id, owner_id, subject_id, kind, share_numerator, share_denominator, votes_numerator, votes_denominator, valid_from,
       news_from, document_on, import_id, statement, record, :change
  from ended
 where coalesce(valid_from, '-infinity') < news_from
