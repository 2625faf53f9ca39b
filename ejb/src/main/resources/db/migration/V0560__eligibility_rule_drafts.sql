-- Why: the rules are law that the department maintains: a new version is drafted, discussed, checked and published, and what
-- is published never changes. A draft is one document until then; publishing writes it out as a version that judges.
alter table eligibility.rule_set
    add column pilot        boolean not null default false,   -- may rest on a draft act alone
    add column basis_title  text,
    add column basis_number text,
    add column basis_on     date,
    add column recorded_by  bigint constraint rule_set_change_unknown references platform.change;
update eligibility.rule_set
   set pilot = true, basis_title = 'Концепция кластерной политики города Москвы (проект)';
alter table eligibility.parameter add column basis text;      -- act and paragraph of a value that differs, or whose reading it is
alter table eligibility.parameter drop constraint if exists parameter_unknown;
alter table eligibility.parameter add constraint parameter_unknown check
    (code in ('SME_SHARE', 'SME_DENOMINATOR', 'SME_REGIONS', 'SME_REGISTER', 'QUALIFIED_LEAST', 'QUALIFYING',
              'PRODUCTION_CLASSES', 'FORMS_WITHOUT_MEMBERSHIP', 'ADMISSION_DOCUMENTS', 'AFFILIATION'));

-- What a rule must answer to given facts: it is asked again before a version is published.
create table eligibility.rule_example (
    rule_set text not null,
    version  integer not null,
    position integer not null,
    rule     text not null constraint example_rule_unknown check (rule in ('E1', 'E2', 'E3', 'E4', 'E5')),
    sector   text constraint example_sector_unknown references cluster.sector,
    judged_on date,                                      -- null: the first day of the version
    given    jsonb not null,
    expected text not null constraint example_outcome_unknown check
             (expected in ('MET', 'NOT_MET', 'UNKNOWN', 'MANUAL')),
    constraint rule_example_exists primary key (rule_set, version, position)
);

-- Decisions by an earlier version that a later one lets stand for a while.
create table eligibility.transition_clause (
    rule_set       text not null,
    version        integer not null,                     -- the later one, which says so
    of_version     integer not null,                     -- whose ELIGIBLE verdicts stay valid
    decided_before date not null,                        -- first day whose decisions do not
    valid_until    date not null,                        -- exclusive
    basis          text,
    constraint transition_clause_exists primary key (rule_set, version, of_version),
    constraint transition_clause_of_unknown foreign key (rule_set, of_version) references eligibility.rule_set,
    constraint transition_clause_empty check (decided_before < valid_until)
);

-- The parts of a version are written before the version itself, in one transaction; then nothing can be added to it.
alter table eligibility.rule_citation drop constraint cited_rule_set_unknown;
alter table eligibility.rule_citation add constraint cited_rule_set_unknown
    foreign key (rule_set, version) references eligibility.rule_set deferrable initially deferred;
alter table eligibility.parameter drop constraint parameter_rule_set_unknown;
alter table eligibility.parameter add constraint parameter_rule_set_unknown
    foreign key (rule_set, version) references eligibility.rule_set deferrable initially deferred;
alter table eligibility.rule_example add constraint example_rule_set_unknown
    foreign key (rule_set, version) references eligibility.rule_set deferrable initially deferred;
alter table eligibility.transition_clause add constraint transition_rule_set_unknown
    foreign key (rule_set, version) references eligibility.rule_set deferrable initially deferred;

create function eligibility.refuse_change_of_published() returns trigger
    language plpgsql as $$
begin
    raise exception 'a published version of the rules cannot be changed'
        using errcode = 'check_violation', constraint = 'rule_set_published';
end $$;
create function eligibility.refuse_addition_to_published() returns trigger
    language plpgsql as $$
begin
    -- the owner's migrations may complete what the product ships
    if current_user = tg_argv[0]
       and exists (select from eligibility.rule_set r where (r.code, r.version) = (new.rule_set, new.version)) then
        raise exception 'nothing can be added to a published version of the rules'
            using errcode = 'check_violation', constraint = 'rule_set_published';
    end if;
    return new;
end $$;
create trigger published before update or delete on eligibility.rule_set
    for each row execute function eligibility.refuse_change_of_published();
create trigger published before update or delete on eligibility.rule_citation
    for each row execute function eligibility.refuse_change_of_published();
create trigger published before update or delete on eligibility.parameter
    for each row execute function eligibility.refuse_change_of_published();
create trigger published before update or delete on eligibility.rule_example
    for each row execute function eligibility.refuse_change_of_published();
create trigger published before update or delete on eligibility.transition_clause
    for each row execute function eligibility.refuse_change_of_published();
create trigger published_whole before insert on eligibility.rule_citation
    for each row execute function eligibility.refuse_addition_to_published('${appRole}');
create trigger published_whole before insert on eligibility.parameter
    for each row execute function eligibility.refuse_addition_to_published('${appRole}');
create trigger published_whole before insert on eligibility.rule_example
    for each row execute function eligibility.refuse_addition_to_published('${appRole}');
create trigger published_whole before insert on eligibility.transition_clause
    for each row execute function eligibility.refuse_addition_to_published('${appRole}');

create table eligibility.rule_draft (
    id             uuid primary key,
    rule_set       text not null,
    based_on       integer not null,
    state          text not null constraint rule_draft_state_unknown check
                   (state in ('DRAFT', 'OPEN', 'CHECKED', 'PUBLISHED', 'DISCARDED')),
    content        jsonb not null,
    edited_by      text not null,                        -- who changed it last: publishes it not
    comments_from  date,
    comments_until date,                                 -- exclusive; comments are taken before
    published_as   integer,
    published_by   text,
    discarded_because text,
    version        bigint not null default 1,            -- of the document, for who edits at the same time
    recorded_by    bigint not null constraint rule_draft_change_unknown references platform.change,
    changed_by     bigint not null constraint rule_draft_last_change_unknown references platform.change,
    constraint rule_draft_based_on_unknown foreign key (rule_set, based_on) references eligibility.rule_set,
    constraint rule_draft_published_whole check ((state = 'PUBLISHED') = (published_as is not null)),
    constraint second_person_required check (published_by <> edited_by)
);
create index rule_draft_by_change on eligibility.rule_draft (recorded_by);
grant update (state, content, edited_by, comments_from, comments_until, published_as, published_by, discarded_because,
              version, changed_by) on eligibility.rule_draft to ${appRole};

-- What people say of a draft while it is open, and what the department answers.
create table eligibility.rule_comment (
    id          uuid primary key,
    draft_id    uuid not null constraint rule_comment_draft_unknown references eligibility.rule_draft,
    place       text,                                    -- JSON pointer into the draft; null: of the whole
    body        text not null,
    recorded_by bigint not null constraint rule_comment_change_unknown references platform.change,
    answer      text,
    answered_by bigint constraint rule_answer_change_unknown references platform.change
);
create index rule_comment_of on eligibility.rule_comment (draft_id, recorded_by);
grant update (answer, answered_by) on eligibility.rule_comment to ${appRole};
