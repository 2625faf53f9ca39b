package ru.mos.clusters.dashboard;

/** What a line of a board stands for. */
public enum BoardBy {
    MEASURE,
    CALL,
    /** In which the instalment is due. */
    YEAR,
    /** Of the projects, whatever its year. */
    STAGE,
    PROJECT,
    /** Of support. */
    FORM,
    SECTOR,
    CLUSTER,
    /** Each as it stood on its last day, the last as it stood on the day asked about. */
    MONTH,
    /** Of task. */
    KIND,
    /** Whose task it is. */
    ROLE,
    /** Its states. */
    APPLICATION,
    /** Its states. */
    AGREEMENT,
    /** Of the infrastructure. */
    SERVICE
}
