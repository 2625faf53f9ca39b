package ru.mos.clusters.call.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the impartiality of an expert towards an application.
 *
 * @param conflicted whether anything speaks against the expert
 * @param findings what, each with its proof; those declared last
 * @param missing what is not known, in words that do not depend on a language: a party and what is missing of it
 * @param checkedOn the day of the latest look
 * @param checkedAt when it was recorded; null for a look that is not kept
 */
public record ConflictView(
        UUID application,
        String number,
        String expert,
        String name,
        boolean conflicted,
        List<ConflictFinding> findings,
        List<Gap> missing,
        LocalDate checkedOn,
        @Nullable Instant checkedAt) {

    /** What is not known of a party. */
    public record Gap(String party, String name, String what) {}
}
