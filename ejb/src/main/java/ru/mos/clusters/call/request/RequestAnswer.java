package ru.mos.clusters.call.request;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Text;

/**
 * What a body answered.
 *
 * @param disagrees whether it does not agree, or is not the one to be asked
 * @param source by which register it came; null: entered by a person
 */
public record RequestAnswer(
        RequestOutcome outcome,
        boolean disagrees,
        String answer,
        Paper document,
        @Nullable String source) {
    /** @throws ru.mos.clusters.platform.Problem {@code field-required}, {@code text-too-long} */
    public RequestAnswer {
        answer = Text.required(answer, "/answer");
    }
}
