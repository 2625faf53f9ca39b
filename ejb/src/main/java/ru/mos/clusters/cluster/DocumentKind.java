package ru.mos.clusters.cluster;

/** What a paper of a cluster is. Charter, rules and protocol can lay down how one joins. */
public enum DocumentKind {
    CHARTER,
    MEMBERSHIP_RULES,
    PROTOCOL,
    OTHER
}
