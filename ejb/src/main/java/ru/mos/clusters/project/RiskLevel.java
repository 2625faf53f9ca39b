package ru.mos.clusters.project;

/** How likely or how grave a risk is. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH
}
