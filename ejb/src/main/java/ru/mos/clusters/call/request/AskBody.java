package ru.mos.clusters.call.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Text;

/**
 * Asks a body about an application.
 *
 * @param days working days for the answer; null: the usual term
 */
public record AskBody(
        UUID application,
        RequestSubject subject,
        String body,
        String question,
        @Nullable Integer days) {
    /** @throws ru.mos.clusters.platform.Problem {@code field-required}, {@code text-too-long} */
    public AskBody {
        body = Text.required(body, "/body");
        question = Text.required(question, "/question");
    }
}
