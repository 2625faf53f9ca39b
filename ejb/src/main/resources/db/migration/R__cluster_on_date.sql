-- What holds on a date, as it is known now (known_on null) or was known at an instant. One select each, so that the
-- planner sees through them.
create or replace function cluster.memberships_on(as_of date, known_on timestamptz) returns setof cluster.membership
    language sql stable
begin atomic
    select m.*
      from cluster.membership m
     where m.valid_from <= as_of
       and (m.valid_until is null or as_of < m.valid_until)
       and case when known_on is null then m.superseded_by is null
                else exists (select from platform.change c where c.id = m.recorded_by and c.at <= known_on)
                     and not exists (select from platform.change c where c.id = m.superseded_by and c.at <= known_on) end;
end;

-- Those that began on the date or before, to see since when one takes part.
create or replace function cluster.memberships_until(as_of date, known_on timestamptz) returns setof cluster.membership
    language sql stable
begin atomic
    select m.*
      from cluster.membership m
     where m.valid_from <= as_of
       and case when known_on is null then m.superseded_by is null
                else exists (select from platform.change c where c.id = m.recorded_by and c.at <= known_on)
                     and not exists (select from platform.change c where c.id = m.superseded_by and c.at <= known_on) end;
end;

create or replace function cluster.organisations_on(as_of date, known_on timestamptz) returns setof cluster.organisation
    language sql stable
begin atomic
    select o.*
      from cluster.organisation o
     where o.valid_from <= as_of
       and (o.valid_until is null or as_of < o.valid_until)
       and case when known_on is null then o.superseded_by is null
                else exists (select from platform.change c where c.id = o.recorded_by and c.at <= known_on)
                     and not exists (select from platform.change c where c.id = o.superseded_by and c.at <= known_on) end;
end;

create or replace function cluster.curators_on(as_of date, known_on timestamptz) returns setof cluster.curatorship
    language sql stable
begin atomic
    select k.*
      from cluster.curatorship k
     where k.valid_from <= as_of
       and (k.valid_until is null or as_of < k.valid_until)
       and case when known_on is null then k.superseded_by is null
                else exists (select from platform.change c where c.id = k.recorded_by and c.at <= known_on)
                     and not exists (select from platform.change c where c.id = k.superseded_by and c.at <= known_on) end;
end;

-- Of any date: a cluster that is closed or not yet open is still to be found.
create or replace function cluster.particulars_known(known_on timestamptz) returns setof cluster.particulars
    language sql stable
begin atomic
    select p.*
      from cluster.particulars p
     where case when known_on is null then p.superseded_by is null
                else exists (select from platform.change c where c.id = p.recorded_by and c.at <= known_on)
                     and not exists (select from platform.change c where c.id = p.superseded_by and c.at <= known_on) end;
end;

create or replace function cluster.documents_known(known_on timestamptz) returns setof cluster.document
    language sql stable
begin atomic
    select d.*
      from cluster.document d
     where case when known_on is null then d.superseded_by is null
                else exists (select from platform.change c where c.id = d.recorded_by and c.at <= known_on)
                     and not exists (select from platform.change c where c.id = d.superseded_by and c.at <= known_on) end;
end;
