-- Why: a cluster works with a university or a large enterprise that is not a member of its organisation under an agreement;
-- who the parties were, about what and until when is asked for by the reports of joint projects.
create table cluster.cooperation_agreement (
    id            uuid primary key,
    agreement_id  uuid not null,                         -- the same for all rows that speak of one agreement
    cluster_id    uuid not null constraint agreement_cluster_unknown references cluster.cluster,
    number        text not null,
    concluded_on  date not null,
    subject       text not null,
    parties       text[] not null,                       -- INN of the organisation or of participants of the cluster
    file_id       uuid constraint agreement_file_unknown references platform.document,
    ended_because text,
    valid_from    date not null,
    valid_until   date,                                  -- exclusive; null while it lasts
    recorded_by   bigint not null constraint agreement_change_unknown references platform.change,
    superseded_by bigint constraint agreement_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until),
    constraint agreement_parties_too_few check (cardinality(parties) > 1),
    constraint agreement_once exclude using gist (agreement_id with =) where (superseded_by is null)
        deferrable initially deferred                    -- a row and its successor change places in one statement
);
create index agreement_rows on cluster.cooperation_agreement (agreement_id);
create index agreement_of on cluster.cooperation_agreement (cluster_id);
grant update (superseded_by) on cluster.cooperation_agreement to ${appRole};
