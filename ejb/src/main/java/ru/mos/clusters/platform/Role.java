package ru.mos.clusters.platform;

import java.util.List;

/** Roles of people and programs, by the words in which the database, the server and the contract name them. */
public final class Role {
    public static final String DEPARTMENT = "department";
    public static final String ACCOUNTANT = "accountant";
    public static final String CHIEF = "chief";
    public static final String GCKR = "gckr";
    public static final String INFRASTRUCTURE = "infrastructure";
    public static final String EXPERT = "expert";
    public static final String COMMISSION = "commission";
    public static final String APPLICANT = "applicant";
    public static final String AUDITOR = "auditor";
    public static final String ADMIN = "admin";
    public static final String SERVICE = "service";

    /** All, in the order in which people read them. */
    public static final List<String> ALL = List.of(
            DEPARTMENT,
            GCKR,
            CHIEF,
            ACCOUNTANT,
            INFRASTRUCTURE,
            EXPERT,
            COMMISSION,
            APPLICANT,
            AUDITOR,
            ADMIN,
            SERVICE);

    private Role() {}
}
