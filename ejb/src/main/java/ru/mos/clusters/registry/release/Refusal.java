package ru.mos.clusters.registry.release;

import java.util.List;

/** An upload that cannot be trusted as a whole: nothing of it is taken in. */
final class Refusal extends RuntimeException {

    private final ReleaseProblem code;
    private final transient List<String> arguments;

    Refusal(ReleaseProblem code, String... arguments) {
        super(code.slug() + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    ReleaseProblem code() {
        return code;
    }

    List<String> arguments() {
        return arguments;
    }
}
