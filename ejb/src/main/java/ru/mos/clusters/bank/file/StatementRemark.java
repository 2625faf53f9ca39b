package ru.mos.clusters.bank.file;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;

/**
 * Something about a statement that an accountant has to know.
 *
 * @param flagging whether nothing may be made of the statement before somebody looked at it
 */
public record StatementRemark(ProblemCode code, List<String> arguments, boolean flagging) {

    /** One that holds the statement up. */
    public static StatementRemark flag(ProblemCode code, String... arguments) {
        return new StatementRemark(code, List.of(arguments), true);
    }

    /** One that is only shown. */
    public static StatementRemark note(ProblemCode code, String... arguments) {
        return new StatementRemark(code, List.of(arguments), false);
    }
}
