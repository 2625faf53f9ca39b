package ru.mos.clusters.support.rule;

import org.jspecify.annotations.Nullable;

/**
 * The support that is thought of.
 *
 * @param form code of the directory
 * @param registerForm code of the form in the tax service's directory; null where it is not known
 * @param kind code of the directory, within the form
 * @param registerKind likewise
 * @param purpose null: not said yet
 */
public record SupportDraft(
        String form,
        @Nullable String registerForm,
        String kind,
        @Nullable String registerKind,
        @Nullable String purpose) {}
