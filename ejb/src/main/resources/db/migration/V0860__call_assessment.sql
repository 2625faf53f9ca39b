-- Why: who assesses is chosen from a pool, is impartial, and gives scores that nobody sees before giving their own. What speaks
-- against somebody is kept with its proof, whether it was said or found, and no assignment stands against it. Scores are only
-- ever added to: a correction supersedes, and the scores of who dropped out stay on record and do not count.
create table call.expert (
    login         text primary key constraint expert_user_unknown references platform.app_user,
    inn           text collate "C",
    employer      text collate "C",
    employer_name text,
    fields        text[] not null,                         -- codes of sectors and of directions of joint projects
    valid_from    date not null,
    valid_until   date,                                    -- exclusive; null while it lasts
    version       bigint not null default 1,
    recorded_by   bigint not null constraint expert_change_unknown references platform.change,
    changed_by    bigint not null constraint expert_last_change_unknown references platform.change,
    constraint expert_number_malformed check (inn ~ '^\d{12}$'),
    constraint expert_employer_malformed check (employer ~ '^(\d{10}|\d{12})$'),
    constraint expert_period_empty check (valid_from < valid_until),
    constraint expert_fields_missing check (cardinality(fields) > 0)
);
grant update (inn, employer, employer_name, fields, valid_from, valid_until, version, changed_by) on call.expert to ${appRole};

-- Whom an expert declares to be close to: own enterprises and relatives.
create table call.expert_tie (
    expert        text not null constraint expert_tie_of_unknown references call.expert,
    kind          text not null constraint expert_tie_kind_unknown check (kind in ('ENTERPRISE', 'RELATIVE')),
    inn           text collate "C" not null constraint expert_tie_malformed check (inn ~ '^(\d{10}|\d{12})$'),
    recorded_by   bigint not null constraint expert_tie_change_unknown references platform.change,
    superseded_by bigint constraint expert_tie_end_unknown references platform.change
);
create unique index expert_tie_twice on call.expert_tie (expert, kind, inn) where superseded_by is null;
grant update (superseded_by) on call.expert_tie to ${appRole};

create table call.assignment (
    id             uuid primary key,
    call_id        uuid not null constraint assignment_call_unknown references call.call,
    application_id uuid constraint assignment_application_unknown references call.application,  -- null: invited to the call
    expert         text not null constraint assignment_expert_unknown references call.expert,
    state          text not null constraint assignment_state_unknown check
                   (state in ('INVITED', 'ACCEPTED', 'SCORED', 'DECLINED', 'STOPPED', 'REPLACED', 'WITHDRAWN')),
    because        text,                                   -- why it was declined, stopped, replaced, withdrawn
    due            date not null,                          -- last day of assessment
    version        bigint not null default 1,
    recorded_by    bigint not null constraint assignment_change_unknown references platform.change,
    changed_by     bigint not null constraint assignment_last_change_unknown references platform.change,
    constraint assignment_because_missing check
        (because is not null or state not in ('DECLINED', 'STOPPED', 'REPLACED', 'WITHDRAWN')),
    constraint assignment_scores_application check (application_id is not null or state <> 'SCORED')
);
create unique index assignment_twice on call.assignment (application_id, expert)
    where application_id is not null and state in ('INVITED', 'ACCEPTED', 'SCORED');
create unique index call_invitation_twice on call.assignment (call_id, expert)
    where application_id is null and state in ('INVITED', 'ACCEPTED');
create index assignment_of_expert on call.assignment (expert, state);
create index assignment_of_call on call.assignment (call_id, recorded_by);
create index assignment_by_change on call.assignment (recorded_by);
grant update (state, because, version, changed_by) on call.assignment to ${appRole};

-- What was found, and what was declared: the latest of each origin holds.
create table call.conflict_check (
    application_id uuid not null constraint conflict_check_application_unknown references call.application,
    expert         text not null constraint conflict_check_expert_unknown references call.expert,
    origin         text not null constraint conflict_check_origin_unknown check (origin in ('FOUND', 'DECLARED')),
    conflicted     boolean not null,
    findings       jsonb not null,                         -- each with its proof
    missing        jsonb not null,                         -- what was not known
    checked_on     date not null,
    recorded_by    bigint not null constraint conflict_check_change_unknown references platform.change,
    superseded_by  bigint constraint conflict_check_end_unknown references platform.change,
    constraint conflict_check_proof_missing check (conflicted = (jsonb_array_length(findings) > 0))
);
create unique index conflict_check_twice on call.conflict_check (application_id, expert, origin) where superseded_by is null;
create index conflict_check_by_expert on call.conflict_check (expert) where superseded_by is null and conflicted;
grant update (superseded_by) on call.conflict_check to ${appRole};

create view call.conflicted as
select k.application_id, k.expert
  from call.conflict_check k
 where k.superseded_by is null and k.conflicted
 group by k.application_id, k.expert;
grant select on call.conflicted to ${appRole};

create table call.assessment (
    assignment_id uuid not null constraint assessment_assignment_unknown references call.assignment,
    number        integer not null,
    because       text,                                    -- of a correction
    recorded_by   bigint not null constraint assessment_change_unknown references platform.change,
    superseded_by bigint constraint assessment_end_unknown references platform.change,
    primary key (assignment_id, number),
    constraint assessment_because_missing check ((number = 1) = (because is null))
);
create unique index assessment_twice on call.assessment (assignment_id) where superseded_by is null;
grant update (superseded_by) on call.assessment to ${appRole};

create table call.score (
    assignment_id uuid not null,
    number        integer not null,
    criterion     text not null,
    points        integer not null,
    reason        text not null constraint score_reason_missing check (reason ~ '\S'),
    primary key (assignment_id, number, criterion),
    constraint score_assessment_unknown foreign key (assignment_id, number) references call.assessment
);

create table call.discussion (
    application_id uuid not null constraint discussion_application_unknown references call.application,
    deviations     jsonb not null,
    result         text,                                   -- what the experts came to
    recorded_by    bigint not null constraint discussion_change_unknown references platform.change,
    closed_by      bigint constraint discussion_end_unknown references platform.change,
    constraint discussion_result_missing check ((closed_by is null) = (result is null))
);
create unique index discussion_twice on call.discussion (application_id) where closed_by is null;
grant update (result, closed_by) on call.discussion to ${appRole};

-- The council's reasoned opinion on an application; the latest holds.
create table call.opinion (
    application_id  uuid not null constraint opinion_application_unknown references call.application,
    synergy         text not null,
    synergy_met     boolean not null,
    novelty         text not null,
    novelty_met     boolean not null,
    budget          text not null,
    budget_met      boolean not null,
    document_title  text not null,
    document_number text,
    document_date   date not null,
    recorded_by     bigint not null constraint opinion_change_unknown references platform.change,
    superseded_by   bigint constraint opinion_end_unknown references platform.change
);
create unique index opinion_twice on call.opinion (application_id) where superseded_by is null;
grant update (superseded_by) on call.opinion to ${appRole};

create table call.assessment_parameter (
    code          text not null constraint assessment_parameter_unknown check (code in ('DEVIATION', 'CUT')),
    value         text not null,
    valid_from    date not null,
    recorded_by   bigint constraint assessment_parameter_change_unknown references platform.change,
    superseded_by bigint constraint assessment_parameter_end_unknown references platform.change
);
create unique index assessment_parameter_twice on call.assessment_parameter (code, valid_from) where superseded_by is null;
grant update (superseded_by) on call.assessment_parameter to ${appRole};
insert into call.assessment_parameter (code, value, valid_from) values ('DEVIATION', '1/2', '2010-01-01'), ('CUT', 'STRICT', '2010-01-01');

create function call.refuse_change_of_scored() returns trigger
    language plpgsql as $$
begin
    raise exception 'what was scored is not changed'
        using errcode = 'check_violation', constraint = 'assessment_kept';
end $$;
create trigger scored before update or delete on call.score
    for each row execute function call.refuse_change_of_scored();
create trigger scored before delete on call.assessment
    for each row execute function call.refuse_change_of_scored();
create trigger found before delete on call.conflict_check
    for each row execute function call.refuse_change_of_scored();
create trigger assigned before delete on call.assignment
    for each row execute function call.refuse_change_of_scored();

-- Nobody against whom something speaks, or of whom nobody has looked, assesses; an assignment stays with its expert.
create function call.refuse_partial_expert() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (old.call_id, old.expert, old.due) <> (new.call_id, new.expert, new.due) then
        raise exception 'an assignment stays what it is'
            using errcode = 'check_violation', constraint = 'assessment_kept';
    end if;
    if new.application_id is null or new.state not in ('INVITED', 'ACCEPTED', 'SCORED') then
        return new;
    end if;
    if exists (select from call.conflicted k where (k.application_id, k.expert) = (new.application_id, new.expert)) then
        raise exception 'the expert has a conflict of interest'
            using errcode = 'check_violation', constraint = 'expert_conflicted';
    end if;
    if not exists (select from call.conflict_check k
                    where (k.application_id, k.expert, k.origin) = (new.application_id, new.expert, 'FOUND')
                      and k.superseded_by is null) then
        raise exception 'nobody has looked for conflicts of interest'
            using errcode = 'check_violation', constraint = 'expert_unchecked';
    end if;
    if tg_op = 'INSERT' and not exists (select from call.application a
                                         where a.id = new.application_id and a.call_id = new.call_id and a.state = 'ADMITTED') then
        raise exception 'only what was admitted is assessed'
            using errcode = 'check_violation', constraint = 'assignment_application_not_admitted';
    end if;
    return new;
end $$;
create trigger impartial before insert or update on call.assignment
    for each row execute function call.refuse_partial_expert();

-- Points are of the scale of a criterion of the call in its latest edition, for an application that is still assessed.
create function call.refuse_score_out_of_scale() returns trigger
    language plpgsql as $$
begin
    if not exists (select from call.assignment g
                     join call.call c on c.id = g.call_id
                     join call.edition e on (e.call_id, e.number) = (c.id, c.edition)
                    cross join lateral jsonb_array_elements(e.terms -> 'criteria') k
                    where g.id = new.assignment_id and k ->> 'code' = new.criterion
                      and new.points between (k ->> 'least')::integer and (k ->> 'most')::integer) then
        raise exception 'points out of the scale'
            using errcode = 'check_violation', constraint = 'score_out_of_scale';
    end if;
    if not exists (select from call.assignment g
                     join call.application a on a.id = g.application_id
                    where g.id = new.assignment_id and a.state = 'ADMITTED') then
        raise exception 'the assessment is over'
            using errcode = 'check_violation', constraint = 'assessment_over';
    end if;
    return new;
end $$;
create trigger in_scale before insert on call.score
    for each row execute function call.refuse_score_out_of_scale();
