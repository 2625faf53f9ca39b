package ru.mos.clusters.remote;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the list of agreements.
 *
 * @param agreements without their instalments
 * @param next where the next stretch begins; null at the end
 */
public record AgreementsAnswer(
        List<AgreementAnswer> agreements, @Nullable String next) implements Serializable {}
