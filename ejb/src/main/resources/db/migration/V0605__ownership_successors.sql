-- Why: who is touched by a change of ownership is looked for from party to party, also from a successor to whom it succeeded.
create index extract_of_successor on ownership.extract (successor_id) where successor_id is not null;
