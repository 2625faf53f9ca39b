package ru.mos.clusters.webhook;

import static ru.mos.clusters.platform.ProblemCode.Kind.CONFLICT;
import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;
import static ru.mos.clusters.platform.ProblemCode.Kind.UNKNOWN;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator;

/** Faults of subscriptions to events. */
public enum WebhookProblem implements ProblemCode {
    WEBHOOK_UNKNOWN(UNKNOWN),
    WEBHOOK_NAME_TAKEN(CONFLICT),
    WEBHOOK_PAUSED(CONFLICT),
    WEBHOOK_PAUSED_ALREADY(CONFLICT),
    WEBHOOK_ACTIVE_ALREADY(CONFLICT),
    WEBHOOK_CLOSED(CONFLICT),
    WEBHOOK_ORGANISATION_FIXED(REFUSED),
    EVENT_TYPE_UNKNOWN(REFUSED),
    EVENT_TYPE_OF_DEPARTMENT(REFUSED),
    RECEIVER_MALFORMED(REFUSED),
    RECEIVER_NOT_ENCRYPTED(REFUSED),
    RECEIVER_FORBIDDEN(REFUSED),
    DELIVERY_UNKNOWN(UNKNOWN),
    DELIVERY_NOT_DEAD(CONFLICT);

    private final Kind kind;

    WebhookProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** All of them, for the translator. */
    public static final class Catalogue implements ProblemTranslator.ProblemCatalogue {
        @Override
        public List<ProblemCode> codes() {
            return List.of(values());
        }
    }
}
