package ru.mos.clusters.recipient;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the tax service answers of one document.
 *
 * @param line of the answer file
 * @param number ИдПоддерж; there where the document was accepted
 */
record AnsweredDocument(
        int line,
        UUID document,
        ItemOutcome outcome,
        @Nullable String number) {}
