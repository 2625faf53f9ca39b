-- Why: how the law of affiliation is read is the department's to say, from a day on and by a document, one person proposing
-- and another confirming; what was read otherwise before stays on record, so that an old verdict can be given again.
alter table ownership.parameter
    add column row_id        bigint generated always as identity,
    add column recorded_by   bigint constraint reading_change_unknown references platform.change,
    add column superseded_by bigint constraint reading_supersession_unknown references platform.change;
alter table ownership.parameter drop constraint parameter_pkey;
alter table ownership.parameter add primary key (row_id);
create unique index reading_once on ownership.parameter (code, valid_from) where superseded_by is null;
alter table ownership.parameter add constraint reading_unknown check
    (code in ('EXTRACT_DAYS', 'HOLDING_ABOVE', 'CONTROL_ABOVE', 'INTERDEPENDENT_ABOVE', 'COMMON_HOLDER_ABOVE',
              'COMMON_HOLDER', 'COMMON_EXECUTIVE', 'COMMON_BOARD_MEMBER', 'PUBLIC_BODIES_CONNECT', 'DEPTH', 'WORK_LIMIT',
              'DECLARATION_FILLS_GAPS'));
grant update (superseded_by) on ownership.parameter to ${appRole};

create table ownership.reading_proposal (
    id           uuid primary key,
    code         text not null,
    value        text not null,
    valid_from   date not null,
    basis        text not null,
    state        text not null constraint reading_proposal_state_unknown check
                 (state in ('PROPOSED', 'CONFIRMED', 'REFUSED')),
    proposed_by  text not null,
    decided_by   text,
    recorded_by  bigint not null constraint reading_proposal_change_unknown references platform.change,
    decided_in   bigint constraint reading_decision_change_unknown references platform.change,
    constraint second_person_required check (state <> 'CONFIRMED' or decided_by <> proposed_by)
);
grant update (state, decided_by, decided_in) on ownership.reading_proposal to ${appRole};
