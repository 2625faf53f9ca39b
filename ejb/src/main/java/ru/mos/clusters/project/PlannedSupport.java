package ru.mos.clusters.project;

import org.jspecify.annotations.Nullable;

/**
 * Which support a project asks for.
 *
 * @param form code of the directory of support
 * @param kind code within the form
 * @param purpose for what, as registers would word it; null: not said
 */
public record PlannedSupport(
        String form, String kind, @Nullable String purpose) {

    /** A subsidy or grant, which is what a call gives unless it says otherwise. */
    public static final PlannedSupport GRANT = new PlannedSupport("FINANCIAL", "GRANT", null);
}
