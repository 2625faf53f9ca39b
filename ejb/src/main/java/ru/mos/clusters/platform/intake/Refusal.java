package ru.mos.clusters.platform.intake;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;

/**
 * A file that cannot be trusted as a whole: nothing of it is taken in. Met while a stream is read it arrives as the cause
 * of an {@link java.io.IOException}.
 */
public final class Refusal extends RuntimeException {

    private final transient ProblemCode code;
    private final transient List<String> arguments;

    /** @param arguments complete the code's text */
    public Refusal(ProblemCode code, String... arguments) {
        super(code.slug() + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Why. */
    public ProblemCode code() {
        return code;
    }

    /** What the text of the code speaks of. */
    public List<String> arguments() {
        return arguments;
    }
}
