package ru.mos.clusters.platform;

import jakarta.ejb.ApplicationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault that its user can mend: it says what, where and what to do in the user's language. Rolls the transaction
 * back. Anything else that is thrown is a defect of the program.
 */
@ApplicationException(rollback = true, inherited = true)
public class Problem extends RuntimeException {

    private final ProblemCode code;
    private final List<Object> arguments;
    private final @Nullable String field;
    private final List<Problem> faults;

    /** A fault of the request as a whole. */
    public Problem(ProblemCode code, Object... arguments) {
        this(code, null, List.of(arguments), List.of());
    }

    private Problem(ProblemCode code, @Nullable String field, List<Object> arguments, List<Problem> faults) {
        super(code.slug() + " " + arguments);
        this.code = code;
        this.field = field;
        this.arguments = arguments;
        this.faults = faults;
    }

    /** The same fault, said of one field: a JSON pointer such as {@code /organisation/inn}. */
    public Problem at(String pointer) {
        var located = new Problem(code, pointer, arguments, faults);
        located.setStackTrace(getStackTrace());
        return located;
    }

    /** The same refusal with all that is at fault, each said of its field. */
    public Problem because(List<Problem> all) {
        var explained = new Problem(code, field, arguments, List.copyOf(all));
        explained.setStackTrace(getStackTrace());
        return explained;
    }

    /** Which fault. */
    public ProblemCode code() {
        return code;
    }

    /** What the text of the fault speaks of, in the order of its placeholders. */
    public List<Object> arguments() {
        return arguments;
    }

    /** JSON pointer of the field at fault, or null. */
    public @Nullable String field() {
        return field;
    }

    /** What is at fault where several things are; each names its field. */
    public List<Problem> faults() {
        return faults;
    }
}
