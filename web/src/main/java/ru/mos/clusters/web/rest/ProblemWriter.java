package ru.mos.clusters.web.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import ru.mos.clusters.platform.Json;

/** Writes a problem document where JAX-RS is not yet or no longer at work. */
public final class ProblemWriter {

    private ProblemWriter() {}

    /** Answers with the document, unless an answer is under way already. */
    public static void write(HttpServletResponse response, ProblemDocument problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(ProblemDocument.MEDIA_TYPE + ";charset=UTF-8");
        if (problem.repeatable()) {
            response.setHeader("Retry-After", "5");
        }
        response.getOutputStream()
                .write(Json.mapper().writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }
}
