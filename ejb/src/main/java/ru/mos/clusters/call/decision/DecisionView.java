package ru.mos.clusters.call.decision;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.Motion;
import ru.mos.clusters.platform.Inn;

/**
 * A decision of the commission that was carried out.
 *
 * @param number by which people call it
 * @param asked from the budget, in roubles
 * @param amount awarded; null where nothing is
 * @param act title of the act that a refusal rests on
 * @param departure why it departs from the council's recommendation; null for applicants
 * @param protocolNumber {@code 3/2026}
 * @param appealTo last day for an appeal
 * @param earlier the decision that this one follows after an appeal; null where there is none
 * @param carriedOutBy null for applicants
 */
public record DecisionView(
        UUID id,
        long number,
        UUID call,
        String callCode,
        UUID application,
        String applicationNumber,
        Inn applicant,
        @Nullable String applicantName,
        @Nullable String title,
        Motion motion,
        BigDecimal asked,
        @Nullable BigDecimal amount,
        @Nullable Integer year,
        @Nullable String kbk,
        @Nullable String reason,
        @Nullable String act,
        @Nullable LocalDate actEdition,
        @Nullable String paragraph,
        @Nullable String departure,
        UUID protocol,
        String protocolNumber,
        LocalDate protocolDate,
        String body,
        String bodyGenitive,
        LocalDate decidedOn,
        LocalDate appealTo,
        @Nullable UUID earlier,
        @Nullable String carriedOutBy)
        implements Serializable {}
