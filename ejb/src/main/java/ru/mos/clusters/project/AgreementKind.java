package ru.mos.clusters.project;

/** Agreements by which others than the budget come in. */
public enum AgreementKind {
    PUBLIC_PRIVATE_PARTNERSHIP,
    INVESTMENT
}
