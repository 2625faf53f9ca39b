package ru.mos.clusters.call.application;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of the form. */
public enum ApplicationSection {
    APPLICANT,
    PROJECT,
    DOCUMENTS,
    DECLARATIONS;

    /** The part to which a fault belongs, by the first step of its pointer; what names none belongs to the project. */
    static ApplicationSection of(@Nullable String pointer) {
        var steps = String.valueOf(pointer).split("/", -1);
        var first = steps.length < 2 ? "" : steps[1].toUpperCase(Locale.ROOT);
        for (var section : values()) {
            if (section.name().equals(first)) {
                return section;
            }
        }
        return PROJECT;
    }
}
