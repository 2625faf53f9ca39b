-- Why: several clusters may stand in one agglomeration, into which a decision puts them for a period; joint projects between
-- clusters are possible within one. Facts are kept like those of clusters: superseded, never overwritten.
create table cluster.agglomeration (
    id          uuid primary key,
    number      integer not null constraint agglomeration_number_taken unique,
    code        text not null constraint agglomeration_code_taken unique,
    version     bigint not null,                         -- of the agglomeration with all that hangs on it
    recorded_by bigint not null constraint agglomeration_change_unknown references platform.change
);
grant update (version) on cluster.agglomeration to ${appRole};

-- What it is called and while it exists, by the decision that says so: one row in force.
create table cluster.agglomeration_particulars (
    id               uuid primary key,
    agglomeration_id uuid not null constraint agglomeration_particulars_of_unknown references cluster.agglomeration,
    name             text not null,
    document_title   text not null,
    document_number  text,
    document_on      date not null,
    end_title        text,                               -- the decision that ends it
    end_number       text,
    end_on           date,
    valid_from       date not null,
    valid_until      date,                               -- exclusive; null while it exists
    recorded_by      bigint not null constraint agglomeration_particulars_change_unknown references platform.change,
    superseded_by    bigint constraint agglomeration_particulars_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until)
);
create unique index agglomeration_particulars_once on cluster.agglomeration_particulars (agglomeration_id)
    where superseded_by is null;
create index agglomeration_particulars_of on cluster.agglomeration_particulars (agglomeration_id);
grant update (superseded_by) on cluster.agglomeration_particulars to ${appRole};

-- That a cluster belongs to it in a period, by decision.
create table cluster.agglomeration_cluster (
    id               uuid primary key,
    agglomeration_id uuid not null constraint assignment_agglomeration_unknown references cluster.agglomeration,
    cluster_id       uuid not null constraint assignment_cluster_unknown references cluster.cluster,
    document_title   text not null,
    document_number  text,
    document_on      date not null,
    end_title        text,                               -- the decision that ends it
    end_number       text,
    end_on           date,
    valid_from       date not null,
    valid_until      date,
    recorded_by      bigint not null constraint assignment_change_unknown references platform.change,
    superseded_by    bigint constraint assignment_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until),
    constraint agglomeration_overlaps
        exclude using gist (cluster_id with =, daterange(valid_from, valid_until) with &&)
        where (superseded_by is null)
);
create index agglomeration_cluster_of on cluster.agglomeration_cluster (agglomeration_id);
create index agglomeration_cluster_by_cluster on cluster.agglomeration_cluster (cluster_id);
grant update (superseded_by) on cluster.agglomeration_cluster to ${appRole};
