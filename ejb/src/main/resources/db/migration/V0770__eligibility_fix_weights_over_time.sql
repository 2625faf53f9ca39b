-- Why: the department sets what each kind of change costs from a day on; a weight set twice for one day is superseded by the
-- later word, never overwritten.
alter table eligibility.fix_weight drop constraint fix_weight_pkey;
alter table eligibility.fix_weight
    add column row_id bigint generated always as identity constraint fix_weight_exists primary key,
    add column superseded_by bigint constraint fix_weight_supersession_unknown references platform.change;
create unique index fix_weight_once on eligibility.fix_weight (kind, valid_from) where superseded_by is null;
grant update (superseded_by) on eligibility.fix_weight to ${appRole};
