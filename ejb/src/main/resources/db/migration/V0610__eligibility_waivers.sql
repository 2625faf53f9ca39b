-- Why: a condition may be waived for one cluster and a time. One person asks, naming the paragraph that allows it and the
-- document; another gives or refuses it. The request is kept as it was made; what it puts in force is a dated fact of its
-- own, so that a verdict given once can be given again.
create table eligibility.waiver_request (
    id                uuid primary key,
    cluster_id        uuid not null constraint waiver_cluster_unknown references cluster.cluster,
    rule              text not null constraint waived_rule_unknown check (rule in ('E1', 'E2', 'E3', 'E4', 'E5')),
    parts             text[] not null,                   -- as verdicts name them; empty: the whole condition
    statement         text not null,                     -- why
    act               text not null constraint waiver_act_unknown references eligibility.act,
    edition           date,
    paragraph         text not null,
    document_title    text not null,
    document_number   text,
    document_on       date not null,
    valid_from        date not null,
    valid_until       date not null,                     -- exclusive; a waiver without an end is a rule
    requested_by      text not null,
    requested_in      bigint not null constraint waiver_request_change_unknown references platform.change,
    decision          text constraint waiver_decision_unknown check (decision in ('GIVEN', 'REFUSED', 'TAKEN_BACK')),
    decided_by        text,
    decided_in        bigint constraint waiver_decision_change_unknown references platform.change,
    decision_reason   text,
    withdrawn_in      bigint constraint waiver_withdrawal_unknown references platform.change,
    withdrawal_reason text,
    warned_until      date,                              -- the end of which somebody has been told
    state             text not null generated always as (case when withdrawn_in is not null then 'WITHDRAWN'
                                                              when decision is null then 'REQUESTED'
                                                              else decision end) stored,
    constraint period_empty check (valid_from < valid_until),
    constraint second_person_required check (decision = 'TAKEN_BACK' or decided_by <> requested_by),
    constraint waiver_undecided check ((decision is null) = (decided_by is null)),
    constraint waiver_withdrawn_ungiven check (withdrawn_in is null or decision = 'GIVEN')
);
create index waiver_request_of on eligibility.waiver_request (cluster_id, requested_in);
grant update (decision, decided_by, decided_in, decision_reason, withdrawn_in, withdrawal_reason, warned_until)
    on eligibility.waiver_request to ${appRole};

-- A waiver given. id names the request; a row is what was known of it.
create table eligibility.waiver (
    row_id        bigint generated always as identity primary key,
    id            uuid not null constraint waiver_request_unknown references eligibility.waiver_request,
    cluster_id    uuid not null constraint waived_cluster_unknown references cluster.cluster,
    rule          text not null,
    valid_from    date not null,
    valid_until   date not null,
    given_by      bigint not null constraint waiver_giving_unknown references platform.change,  -- of all its rows
    recorded_by   bigint not null constraint waiver_change_unknown references platform.change,
    superseded_by bigint constraint waiver_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until),
    constraint waiver_overlaps
        exclude using gist (cluster_id with =, rule with =, daterange(valid_from, valid_until) with &&)
        where (superseded_by is null)
);
create unique index waiver_once on eligibility.waiver (id) where superseded_by is null;
create index waiver_of on eligibility.waiver (cluster_id);
create index waiver_ending on eligibility.waiver (valid_until) where superseded_by is null;
grant update (superseded_by) on eligibility.waiver to ${appRole};

alter table eligibility.standing add column waivers uuid[] not null default '{}';

-- Days within which people are to act, dated. The latest row of a kind not after the day holds.
create table eligibility.term (
    kind        text not null constraint term_kind_unknown check (kind in ('OUTCOME_CHANGED', 'WAIVER_EXPIRES')),
    valid_from  date not null,
    days        integer not null constraint term_out_of_bounds check (days between 1 and 365),
    basis       text not null,
    recorded_by bigint constraint term_change_unknown references platform.change,
    primary key (kind, valid_from)
);
grant update (days, basis, recorded_by) on eligibility.term to ${appRole};
insert into eligibility.term (kind, valid_from, days, basis) values
    ('OUTCOME_CHANGED', '2000-01-01', 5, 'Чтение ДМСП: срок, в который рассматривается изменение вывода'),
    ('WAIVER_EXPIRES', '2000-01-01', 30, 'Чтение ДМСП: за сколько дней напоминают об окончании отступления');
