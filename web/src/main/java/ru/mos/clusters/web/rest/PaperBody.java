package ru.mos.clusters.web.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/** A document by its details, as requests name it. */
public record PaperBody(
        @Nullable String title,
        @Nullable String number,
        @Nullable LocalDate date) {

    /** The one that must be in the request under {@code /document}. @throws Problem {@code field-required}, {@code text-too-long} */
    public static Paper required(@Nullable PaperBody body) {
        return required(body, "/document");
    }

    /** The same under another name. @throws Problem {@code field-required}, {@code text-too-long} */
    public static Paper required(@Nullable PaperBody body, String pointer) {
        var paper = Required.field(body, pointer);
        return new Paper(
                Required.field(paper.title(), pointer + "/title"),
                paper.number(),
                Required.field(paper.date(), pointer + "/date"));
    }
}
