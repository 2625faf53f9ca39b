package ru.mos.clusters.cluster.consultation;

/** In which form ГЦКР advised. */
public enum ConsultationForm {
    CONSULTATION,
    VISIT,
    TRAINING,
    EXPERT_OPINION
}
