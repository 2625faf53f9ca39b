-- Why: which changes would make a cluster eligible most cheaply depends on what each kind of change costs those concerned; the
-- department says. The latest row of a kind not after the day holds.
create table eligibility.fix_weight (
    kind          text not null constraint fix_weight_kind_unknown check
                  (kind in ('NAME_ORGANISATION', 'CHANGE_FORM', 'CONCLUDE', 'REMOVE_MEMBER', 'TELL_APART', 'SHOW_OWNERS',
                            'CONFIRM_STATUS', 'CONFIRM_QUALIFICATION', 'ADMIT_QUALIFIED_SME')),
    valid_from    date not null,
    weight        integer not null constraint fix_weight_negative check (weight >= 0),
    recorded_by   bigint constraint fix_weight_change_unknown references platform.change,
    primary key (kind, valid_from)
);
insert into eligibility.fix_weight (kind, valid_from, weight) values
    ('CONCLUDE', '2000-01-01', 1), ('TELL_APART', '2000-01-01', 2), ('SHOW_OWNERS', '2000-01-01', 3),
    ('CONFIRM_STATUS', '2000-01-01', 3), ('CONFIRM_QUALIFICATION', '2000-01-01', 5), ('REMOVE_MEMBER', '2000-01-01', 10),
    ('ADMIT_QUALIFIED_SME', '2000-01-01', 12), ('CHANGE_FORM', '2000-01-01', 20), ('NAME_ORGANISATION', '2000-01-01', 20);
