package ru.mos.clusters.agreement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which agreements; null: whichever.
 *
 * @param query part of the name of the project or the beginning of an INN
 */
public record AgreementFilter(
        @Nullable AgreementState state,
        @Nullable UUID call,
        @Nullable String query) {

    public static final AgreementFilter ALL = new AgreementFilter(null, null, null);
}
