package ru.mos.clusters.web.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.DocumentReference;

/** A paper as requests name it. */
public record ReferenceBody(
        @Nullable String title,
        @Nullable String number,
        @Nullable LocalDate date) {

    /** @throws ru.mos.clusters.platform.Problem {@code field-required}, {@code text-too-long} */
    public static DocumentReference of(@Nullable ReferenceBody body, String pointer) {
        var given = Required.field(body, pointer);
        return new DocumentReference(
                Required.field(given.title(), pointer + "/title"),
                given.number(),
                Required.field(given.date(), pointer + "/date"));
    }
}
