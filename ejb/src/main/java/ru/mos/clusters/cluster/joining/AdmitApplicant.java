package ru.mos.clusters.cluster.joining;

import java.time.LocalDate;
import java.util.UUID;
import ru.mos.clusters.platform.Paper;

/**
 * Records that the cluster organisation admits an applicant.
 *
 * @param decidedOn day of the decision
 * @param from first day on which the applicant takes part
 * @param decision the document of the decision
 */
public record AdmitApplicant(UUID cluster, UUID application, LocalDate decidedOn, LocalDate from, Paper decision) {}
