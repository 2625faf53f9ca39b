package ru.mos.clusters.cluster;

/** What a participant does in the cluster; one may do several things. The order is that of the Concept's slides. */
public enum ParticipantRole {
    SME_LEADER,
    INNOVATIVE_SME,
    MATERIAL_SUPPLIER,
    MANUFACTURER,
    RELATED_SUPPORTING,
    CONSULTING,
    OTHER,
    LARGE_ENTERPRISE_SERIAL,
    LARGE_ENTERPRISE,
    UNIVERSITY,
    DESIGN_BUREAU,
    RESEARCH_INSTITUTE,
    BANK_FINANCE,
    OUTSOURCING_SME,
    SUBCONTRACTING_SME
}
