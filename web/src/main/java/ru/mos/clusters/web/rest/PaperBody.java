package ru.mos.clusters.web.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;

/** A document by its details, as requests name it. */
public record PaperBody(
        @Nullable String title,
        @Nullable String number,
        @Nullable LocalDate date) {

    /** @throws Problem {@code field-required}, {@code text-too-long} */
    public static Paper required(@Nullable PaperBody body) {
        var paper = Required.field(body, "/document");
        return new Paper(
                Required.field(paper.title(), "/document/title"),
                paper.number(),
                Required.field(paper.date(), "/document/date"));
    }
}
