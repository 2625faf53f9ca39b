-- Whether a subject is in the register on a date, as known now or at an instant (contract, "What a release proves").
drop function if exists registry.sme_status(text, date, timestamptz);
drop function if exists registry.standing(registry.sighting[], date, bigint[]);
drop function if exists registry.shown_in(registry.sighting, bigint[]);
drop function if exists registry.sme_columns(date, timestamptz);
drop type if exists registry.sighting;

create or replace function registry.known(change bigint, at_instant timestamptz) returns boolean
    language sql stable
    return exists (select from platform.change c where c.id = change and c.at <= at_instant);

create or replace function registry.ord_date(ord bigint) returns date
    language sql immutable parallel safe
    return date '2000-01-01' + (ord >> 32)::integer;

create or replace function registry.first_ord_of(on_day date) returns bigint
    language sql immutable parallel safe
    return (on_day - date '2000-01-01')::bigint << 32;

create type registry.sighting as (
    id bigint, kind smallint, extract boolean, first_ord bigint, gone_ord bigint, hash uuid, category smallint, since date,
    newly_created boolean, social boolean, region text, release_id bigint, recorded_by bigint
);

-- The category codes and kinds in the contract's words.
create or replace function registry.category_name(code smallint) returns text
    language sql immutable parallel safe
    return case code when 1 then 'MICRO' when 2 then 'SMALL' when 3 then 'MEDIUM' end;

create or replace function registry.kind_name(code smallint) returns text
    language sql immutable parallel safe
    return case code when 1 then 'LEGAL_ENTITY' when 2 then 'ENTREPRENEUR' when 3 then 'FARM_HEAD' end;

-- The COMPLETE releases in force of a date, in their order.
create function registry.sme_columns(on_day date, known_on timestamptz) returns bigint[]
    language plpgsql stable
as $$
begin
    if known_on is null then
        return array(
            select l.ord
              from registry.release l
             where l.kind = 'SME_REGISTER' and l.coverage = 'COMPLETE' and l.recorded_by is not null and l.same_as is null
               and l.withdrawn_by is null
               and l.ord >= registry.first_ord_of(on_day) and l.ord < registry.first_ord_of(on_day + 1)
             order by l.ord);
    end if;
    return array(
        select l.ord
          from registry.release l
         where l.kind = 'SME_REGISTER' and l.coverage = 'COMPLETE' and l.recorded_by is not null and l.same_as is null
           and l.ord >= registry.first_ord_of(on_day) and l.ord < registry.first_ord_of(on_day + 1)
           and registry.known(l.recorded_by, known_on)
           and (l.withdrawn_by is null or not registry.known(l.withdrawn_by, known_on))
         order by l.ord);
end
$$;

-- The first of the COMPLETE releases that show what the sighting saw; null: none of them does.
create function registry.shown_in(s registry.sighting, ords bigint[]) returns bigint
    language plpgsql immutable
as $$
declare
    o bigint;
begin
    if not s.extract then
        foreach o in array ords loop
            if s.first_ord <= o and (s.gone_ord is null or o < s.gone_ord) then
                return o;
            end if;
        end loop;
    end if;
    return null;
end
$$;

-- Which of the sightings stand on a day that has these COMPLETE releases. If several do, the first: their order hangs on
-- their content alone, so that the order of imports never matters.
create function registry.standing(seen registry.sighting[], on_day date, ords bigint[]) returns registry.sighting[]
    language plpgsql immutable
as $$
declare
    s registry.sighting;
    found registry.sighting[] = '{}';
begin
    if seen is not null then
        foreach s in array seen loop
            if (s.extract and registry.ord_date(s.first_ord) = on_day) or registry.shown_in(s, ords) is not null then
                found = found || s;
            end if;
        end loop;
    end if;
    if cardinality(found) > 1 then
        found = array(select f from unnest(found) f order by f.kind, f.since desc, f.extract, f.hash);
    end if;
    return found;
end
$$;

-- status IN, OUT or UNKNOWN; run_id the record that proves it; release_id the release that decides (null where none does);
-- decided_until the first later day on which something else may hold; change_id the later of the changes of run and
-- release. reason:
--   SHOWN, ABSENT                  the latest release before the date decides
--   REJECTED                       its record could not be read: it is neither shown nor absent
--   BEFORE_FIRST                   IN from its date of entry, before the first release that shows it
--   SAME_IN_BOTH, ABSENT_IN_BOTH   a longer gap with equal neighbours
--   GAP                            a longer gap with different neighbours
--   NOTHING_DECIDES                no release before, or none after one that is too old
create function registry.sme_status(
    who text, on_day date, known_on timestamptz default null,
    out status text, out category text, out kind text, out since date, out newly_created boolean,
    out social_enterprise boolean, out region text, out run_id bigint, out release_id bigint,
    out decided_until date, out reason text, out change_id bigint)
    language plpgsql stable cost 20000                  -- some 80 µs: never called for rows that a cheaper test drops
as $$
declare
    seen registry.sighting[];
    prev_complete date; next_complete date;             -- nearest COMPLETE releases: on or before the day, after it
    prev_day date; next_day date;                       -- nearest releases that say something about this subject
    prev_ords bigint[] = '{}'; next_ords bigint[] = '{}';
    first_day date;                                     -- of the first release that shows it
    window_days integer;
    was registry.sighting[]; will registry.sighting[]; it registry.sighting;
begin
    if known_on is null then
        select array_agg((r.id, r.kind, r.extract, r.first_ord, r.gone_ord, r.hash, r.category, r.since, r.newly_created,
                          r.social, r.region, r.release_id, r.recorded_by)::registry.sighting)
          into seen
          from registry.sme_run r
         where r.inn = who and r.superseded_by is null;
        select registry.ord_date(max(l.ord)) into prev_complete
          from registry.release l
         where l.kind = 'SME_REGISTER' and l.coverage = 'COMPLETE' and l.recorded_by is not null and l.same_as is null
           and l.withdrawn_by is null and l.ord < registry.first_ord_of(on_day + 1);
        select registry.ord_date(min(l.ord)) into next_complete
          from registry.release l
         where l.kind = 'SME_REGISTER' and l.coverage = 'COMPLETE' and l.recorded_by is not null and l.same_as is null
           and l.withdrawn_by is null and l.ord >= registry.first_ord_of(on_day + 1);
    else
        select array_agg((r.id, r.kind, r.extract, r.first_ord, r.gone_ord, r.hash, r.category, r.since, r.newly_created,
                          r.social, r.region, r.release_id, r.recorded_by)::registry.sighting)
          into seen
          from (select * from registry.sme_run where inn = who and superseded_by is null
                 union all
                select * from registry.sme_run where inn = who and superseded_by is not null) r
         where registry.known(r.recorded_by, known_on)
           and (r.superseded_by is null or not registry.known(r.superseded_by, known_on));
        select registry.ord_date(max(l.ord) filter (where l.ord < registry.first_ord_of(on_day + 1))),
               registry.ord_date(min(l.ord) filter (where l.ord >= registry.first_ord_of(on_day + 1)))
          into prev_complete, next_complete
          from registry.release l
         where l.kind = 'SME_REGISTER' and l.coverage = 'COMPLETE' and l.recorded_by is not null and l.same_as is null
           and registry.known(l.recorded_by, known_on)
           and (l.withdrawn_by is null or not registry.known(l.withdrawn_by, known_on));
    end if;
    prev_day = prev_complete;
    next_day = next_complete;
    if seen is not null then
        select min(registry.ord_date(s.first_ord)),
               greatest(prev_day, max(registry.ord_date(s.first_ord))
                   filter (where s.extract and s.first_ord < registry.first_ord_of(on_day + 1))),
               least(next_day, min(registry.ord_date(s.first_ord))
                   filter (where s.extract and s.first_ord >= registry.first_ord_of(on_day + 1)))
          into first_day, prev_day, next_day
          from unnest(seen) s;
    end if;
    if prev_day is not null then
        select d.days into window_days from registry.deciding d
         where d.valid_from <= prev_day order by d.valid_from desc limit 1;
    end if;
    if prev_complete = prev_day then
        prev_ords = registry.sme_columns(prev_day, known_on);
    end if;
    was = registry.standing(seen, prev_day, prev_ords);

    if on_day < prev_day + window_days then
        it = was[1];
        decided_until = least(prev_day + window_days, next_day);
        if it.id is not null then
            status = 'IN';
            reason = 'SHOWN';
        elsif exists (select from registry.problem p
                       where p.inn = who and p.release_id in (select o & 4294967295 from unnest(prev_ords) o)) then
            status = 'UNKNOWN';
            reason = 'REJECTED';
        else
            status = 'OUT';
            reason = 'ABSENT';
        end if;
    else
        decided_until = next_day;
        if on_day < first_day then
            select f.* into it
              from unnest(seen) f
             where registry.ord_date(f.first_ord) = first_day and f.since <= on_day
               and (prev_day is null or f.since > prev_day)
             order by f.kind, f.since desc, f.extract, f.hash
             limit 1;
            if it.id is null then
                select least(decided_until, min(f.since)) into decided_until
                  from unnest(seen) f
                 where registry.ord_date(f.first_ord) = first_day and f.since > on_day;
            end if;
        end if;
        if it.id is not null then
            status = 'IN';
            reason = 'BEFORE_FIRST';
            release_id = it.first_ord & 4294967295;
        elsif prev_day is null or next_day is null then
            status = 'UNKNOWN';
            reason = 'NOTHING_DECIDES';
        else
            if next_complete = next_day then
                next_ords = registry.sme_columns(next_day, known_on);
            end if;
            will = registry.standing(seen, next_day, next_ords);
            select a.* into it
              from unnest(was) with ordinality a
             where a.since in (select b.since from unnest(will) b)
             order by a.ordinality
             limit 1;
            if it.id is not null then
                status = 'IN';
                reason = 'SAME_IN_BOTH';
            elsif cardinality(was || will) = 0
                    and not exists (select from registry.problem p
                                     where p.inn = who and p.release_id in
                                           (select o & 4294967295 from unnest(prev_ords || next_ords) o)) then
                status = 'OUT';
                reason = 'ABSENT_IN_BOTH';
            else
                status = 'UNKNOWN';
                reason = 'GAP';
            end if;
        end if;
    end if;
    if status <> 'UNKNOWN' and release_id is null then
        release_id = case when it.id is null then prev_ords[1]
                          when it.extract then it.first_ord
                          else registry.shown_in(it, prev_ords) end & 4294967295;
    end if;

    if it.id is not null then
        run_id = it.id;
        category = registry.category_name(it.category);
        kind = registry.kind_name(it.kind);
        since = it.since;
        newly_created = it.newly_created;
        social_enterprise = it.social;
        region = it.region;
    end if;
    change_id = it.recorded_by;
    if release_id is not null then
        select c.id into change_id
          from registry.release l
          join platform.change c on c.id in (l.recorded_by, it.recorded_by)
         where l.id = sme_status.release_id
         order by c.at desc nulls first
         limit 1;
    end if;
end
$$;
