package ru.mos.clusters.ownership.source;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;

/** One extract cannot be taken in; the others can. Thrown and caught inside one file's reading, hence without a trace. */
final class ExtractFault extends Exception {

    private final transient ProblemCode code;
    private final String field;
    private final transient List<String> arguments;

    ExtractFault(ProblemCode code, String field, String... arguments) {
        super(code.slug(), null, false, false);
        this.code = code;
        this.field = field;
        this.arguments = List.of(arguments);
    }

    ProblemCode code() {
        return code;
    }

    String field() {
        return field;
    }

    List<String> arguments() {
        return arguments;
    }
}
