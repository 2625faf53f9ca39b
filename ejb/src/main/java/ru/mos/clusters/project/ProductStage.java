package ru.mos.clusters.project;

/** How far a new product has come when the project begins. */
public enum ProductStage {
    IDEA,
    RESEARCH,
    PROTOTYPE,
    PILOT_BATCH,
    SERIAL
}
