-- Why: nobody takes part in a project, or receives less than was agreed, without having said so. A consent is to one part
-- as it read: when the part changes the consent no longer answers it. What the department agrees to beside the gate, and
-- what is shown of the applicant, is kept with its document; nothing is overwritten.
create table project.consent (
    id              uuid primary key,
    project_id      uuid not null constraint consent_project_unknown references project.project,
    inn             text collate "C" not null,             -- who consents
    cluster_id      uuid constraint consent_cluster_unknown references cluster.cluster,   -- as its organisation; null: as participant
    part            jsonb not null,                        -- what was consented to
    digest          text not null,
    document_title  text,
    document_number text,
    document_on     date,
    given_by        text not null,
    recorded_by     bigint not null constraint consent_change_unknown references platform.change,
    withdrawn_by    bigint constraint consent_withdrawal_unknown references platform.change,
    constraint consent_document_torn check ((document_title is null) = (document_on is null))
);
create unique index consent_twice on project.consent (project_id, inn, coalesce(cluster_id, project_id), digest)
    where withdrawn_by is null;
grant update (withdrawn_by) on project.consent to ${appRole};

create table project.direction_approval (
    id              uuid primary key,
    project_id      uuid not null constraint approval_project_unknown references project.project,
    text            text not null,                         -- the direction as it was approved
    document_title  text not null,
    document_number text,
    document_on     date not null,
    recorded_by     bigint not null constraint approval_change_unknown references platform.change,
    constraint approval_twice unique (project_id, text)
);

create table project.file (
    document_id uuid primary key constraint project_file_unknown references platform.document,
    project_id  uuid not null constraint file_project_unknown references project.project
);
create index file_of_project on project.file (project_id);

-- Whether the applicant meets a condition in a period, by a document or by the answer of another body.
create table project.evidence (
    id              uuid primary key,
    project_id      uuid not null constraint evidence_project_unknown references project.project,
    condition       text not null,
    met             boolean not null,
    statement       text not null,
    source          text not null constraint evidence_source_unknown check (source in ('PAPER', 'INTERAGENCY')),
    document_title  text not null,
    document_number text,
    document_on     date not null,
    valid_from      date not null,
    valid_until     date,                                  -- exclusive
    recorded_by     bigint not null constraint evidence_change_unknown references platform.change,
    withdrawn_by    bigint constraint evidence_withdrawal_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until)
);
create index evidence_of_project on project.evidence (project_id);
grant update (withdrawn_by) on project.evidence to ${appRole};
