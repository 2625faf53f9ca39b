package ru.mos.clusters.webhook;

/**
 * A recorded change that outside programs may be told of.
 *
 * @param type its name for programs: {@code ru.mos.clusters.agreement.registered.v1}
 * @param subjectKind what it is done to, as the record of changes names it
 * @param action what was done, likewise
 */
public record EventType(String type, String subjectKind, String action, Audience audience) {}
