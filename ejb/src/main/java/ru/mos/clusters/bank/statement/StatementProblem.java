package ru.mos.clusters.bank.statement;

import java.io.Serializable;
import java.util.List;

/**
 * Something about a statement that does not fit.
 *
 * @param code slug of the problem; {@code arguments} complete its text
 * @param flagging whether it held the statement up
 */
public record StatementProblem(String code, List<String> arguments, boolean flagging) implements Serializable {}
