-- Why: two imports may show the same extract. Each keeps its own, so that it still holds when the other is withdrawn; of a
-- record of BODS the latest statement speaks, whichever came in first, so that nothing derived is stored.
drop index ownership.extract_once;
create unique index extract_once on ownership.extract (import_id, party_id, shown_on, content) where superseded_by is null;
create index extract_as_shown on ownership.extract (party_id, shown_on, content) where superseded_by is null;
create index identity_of_one on ownership.identity (one);
