package ru.mos.clusters.agreement;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

/**
 * Where somebody wants to be paid.
 *
 * @param payableFrom first day on which it is paid to; null until confirmed
 * @param mayConfirm whether the caller may confirm or reject it
 */
public record PayeeAccountView(
        UUID id,
        Inn inn,
        @Nullable String kpp,
        String account,
        String bic,
        String bank,
        @Nullable String correspondent,
        Paper document,
        PayeeAccountState state,
        String enteredBy,
        @Nullable String confirmedBy,
        @Nullable LocalDate payableFrom,
        @Nullable String reason,
        long version,
        boolean mayConfirm)
        implements Serializable {}
