package ru.mos.clusters.bank.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.Payee;

/**
 * A payment order as every file of it says it.
 *
 * @param payer our account, with who holds it
 * @param amount roubles
 * @param kbk of the budget from which it is paid
 * @param oktmo of the payer; null where unknown
 */
public record PaymentOrder(
        UUID id,
        int number,
        LocalDate day,
        BigDecimal amount,
        Payee payer,
        Payee payee,
        String purpose,
        String kbk,
        @Nullable String oktmo) {

    /** The id without dashes, as short as references of banks must be. */
    public String reference() {
        return id.toString().replace("-", "");
    }
}
