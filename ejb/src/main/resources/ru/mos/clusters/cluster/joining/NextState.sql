-- The application stands otherwise: the row in force is superseded, and a new one says where it stands now.
with before as (
    update cluster.application
       set superseded_by = :change
     where id = :id and row_id = :version and superseded_by is null
    returning *
)
insert into cluster.application (id, cluster_id, inn, name, roles, member_of_organisation, submitted_on, document_title,
                                 document_number, document_date, answer_due, state, decided_on, admitted_from, ground_id,
                                 reason, decision_title, decision_number, decision_date, submitted_by, recorded_by)
select b.id, b.cluster_id, b.inn, b.name, b.roles, b.member_of_organisation, b.submitted_on, b.document_title,
       b.document_number, b.document_date, b.answer_due, :state, cast(:decidedOn as date), cast(:admittedFrom as date),
       cast(:ground as uuid), :reason, :decisionTitle, :decisionNumber, cast(:decisionDate as date), b.submitted_by, :change
  from before b
