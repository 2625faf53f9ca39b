package ru.mos.clusters.web.shell;

import java.util.UUID;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemCode;

/** Ids in addresses: what is no id is as unknown as an id that nobody gave. */
public final class Ids {

    private static final String FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private Ids() {}

    /** @throws Problem the given one */
    public static UUID of(String text, ProblemCode otherwise) {
        if (!text.matches(FORM)) {
            throw new Problem(otherwise, text);
        }
        return UUID.fromString(text);
    }
}
