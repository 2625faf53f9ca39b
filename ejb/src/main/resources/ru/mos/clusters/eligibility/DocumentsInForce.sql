-- Papers of the clusters in force on the date.
select d.cluster_id, d.document_id, d.kind, d.title, d.issued_on, d.valid_from, d.valid_until
  from cluster.documents_known(:knownOn) d
 where d.valid_from <= :asOf
   and (d.valid_until is null or :asOf < d.valid_until)
   and (:all or d.cluster_id = any(:clusters))
