-- Why: who of ГЦКР advised whom, when and how: whoever advised an applicant does not assess it later.

-- id names the entry; a row is what was known of it. An entry without a row in force was made by mistake.
create table cluster.consultation (
    row_id        bigint generated always as identity primary key,
    id            uuid not null,
    adviser       text not null constraint adviser_unknown references platform.app_user,
    cluster_id    uuid constraint consultation_cluster_unknown references cluster.cluster,
    inn           text collate "C",
    held_on       date not null,
    form          text not null constraint consultation_form_unknown check
                  (form in ('CONSULTATION', 'VISIT', 'TRAINING', 'EXPERT_OPINION')),
    topic         text not null,
    result        text,
    entered_by    bigint not null constraint consultation_entry_unknown references platform.change,  -- of all its rows
    recorded_by   bigint not null constraint consultation_change_unknown references platform.change,
    superseded_by bigint constraint consultation_supersession_unknown references platform.change,
    constraint consultation_about_one check (num_nonnulls(cluster_id, inn) = 1),
    constraint advised_number_malformed check (inn ~ '^(\d{10}|\d{12})$')
);
create unique index consultation_once on cluster.consultation (id) where superseded_by is null;
create index consultation_by_day on cluster.consultation (held_on, id) where superseded_by is null;
create index consultation_by_adviser on cluster.consultation (adviser, held_on) where superseded_by is null;
create index consultation_by_cluster on cluster.consultation (cluster_id) where superseded_by is null;
create index consultation_by_inn on cluster.consultation (inn) where superseded_by is null;
grant update (superseded_by) on cluster.consultation to ${appRole};
