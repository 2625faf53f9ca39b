package ru.mos.clusters.call.council;

/**
 * A body to be entered.
 *
 * @param genitive its Russian name as the title of a protocol needs it: of which body
 */
public record NewBody(String code, BodyKind kind, String nameRu, String genitive, String nameEn) {}
