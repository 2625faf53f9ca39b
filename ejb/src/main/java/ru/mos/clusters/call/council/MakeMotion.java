package ru.mos.clusters.call.council;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be voted on.
 *
 * @param amount of an award, in roubles
 * @param year and {@code kbk}: from which money of the call
 * @param act code of the act that a refusal rests on, with edition and paragraph
 * @param departure why it departs from the recommendation of the council
 */
public record MakeMotion(
        Motion motion,
        @Nullable BigDecimal amount,
        @Nullable Integer year,
        @Nullable String kbk,
        @Nullable String reason,
        @Nullable String act,
        @Nullable LocalDate actEdition,
        @Nullable String paragraph,
        @Nullable String departure) {}
