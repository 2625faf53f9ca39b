package ru.mos.clusters.bank.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.bank.file.Side;

/**
 * A movement on an account of ours.
 *
 * @param statement the first that showed it
 * @param bookedOn day on which the bank moved the money
 * @param instruction that it executed; null where none is found
 * @param automatic whether it was found by the program
 * @param assignedTo what money that came in is for; null while nobody said
 */
public record DocumentView(
        UUID id,
        UUID account,
        UUID statement,
        boolean incoming,
        String number,
        @Nullable LocalDate day,
        LocalDate bookedOn,
        BigDecimal amount,
        Side other,
        String purpose,
        @Nullable UUID instruction,
        @Nullable Integer instructionNumber,
        boolean automatic,
        @Nullable Source assignedTo) {}
