-- Everything that any source has ever said of the party as owner or subject, the latest first: what extracts repeat word for
-- word once, with the days of the first and the last that show it; single statements with their own period.
with said as (
    select s.owner_id, e.party_id as subject_id, s.kind, s.share_numerator, s.share_denominator, s.votes_numerator,
           s.votes_denominator, s.valid_from, cast(null as date) as valid_until, min(e.shown_on) as shown_from,
           max(e.shown_on) as shown_through, count(*) as shown_times,
           max((e.id << 16) | s.position) as source, min(e.recorded_by) as recorded_by, max(e.superseded_by) as superseded_by
      from ownership.shown s
      join ownership.extract e on e.id = s.extract_id
     where (e.party_id = any(:parties) or s.owner_id = any(:parties))
     group by s.owner_id, e.party_id, s.kind, s.share_numerator, s.share_denominator, s.votes_numerator,
              s.votes_denominator, s.valid_from, e.superseded_by is null
     union all
    select t.owner_id, t.subject_id, t.kind, t.share_numerator, t.share_denominator, t.votes_numerator, t.votes_denominator,
           t.valid_from, least(t.valid_until, closed.on_day), null, null, 0, -t.row_id, t.recorded_by, t.superseded_by
      from ownership.stake t
      left join lateral (select min(c.closed_on) as on_day
                           from ownership.closing c
                          where c.record = t.record and c.superseded_by is null
                            and (c.closed_on, c.statement) > (t.document_on, t.statement)) closed on true
     where t.subject_id = any(:parties) or t.owner_id = any(:parties)
)
select s.*, coalesce(s.valid_from, s.shown_from, date '0001-01-01') as day, made.at as recorded_at, undone.at as superseded_at
  from said s
  left join platform.change made on made.id = s.recorded_by
  left join platform.change undone on undone.id = s.superseded_by
 where cast(:day as date) is null
    or (coalesce(s.valid_from, s.shown_from, date '0001-01-01'), s.source) < (cast(:day as date), cast(:source as bigint))
 order by day desc, s.source desc
 limit :fetch
