package ru.mos.clusters.generator;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one release says about one subject, as far as its version can say it: two of these are equal exactly when no
 * fact differs. What never changes (licences, partnerships, contracts) is left to {@link Extras}.
 *
 * @param ogrn registration number; null in 4.01, as are the mark and the headcount
 * @param category {@code КатСубМСП}: 1 micro, 2 small, 3 medium
 * @param headcount null also where the subject did not state it
 * @param declared null where only activities by reporting are known
 */
record Subject(
        int slot,
        Kind kind,
        Sector sector,
        String inn,
        @Nullable String ogrn,
        Name name,
        LocalDate enteredOn,
        int category,
        boolean newlyCreated,
        @Nullable Boolean social,
        @Nullable Integer headcount,
        Place place,
        @Nullable Activities declared,
        @Nullable Activities reported,
        List<Product> products) {}
