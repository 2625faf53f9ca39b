package ru.mos.clusters.bank.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.bank.file.Side;

/**
 * A document as a statement shows it.
 *
 * @param line of the file
 * @param document null while the statement is not accepted
 * @param shownBefore whether another statement showed it first
 */
public record StatementLine(
        int position,
        int line,
        boolean incoming,
        String number,
        @Nullable LocalDate day,
        LocalDate bookedOn,
        BigDecimal amount,
        Side other,
        String purpose,
        @Nullable UUID document,
        boolean shownBefore,
        @Nullable UUID instruction,
        @Nullable Integer instructionNumber,
        @Nullable Source assignedTo) {}
