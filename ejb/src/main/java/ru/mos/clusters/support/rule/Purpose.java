package ru.mos.clusters.support.rule;

import java.util.Locale;

/** What support is for, in somebody's words. */
public final class Purpose {

    private Purpose() {}

    /** The words alone: neither case, ё, quotes nor punctuation make another purpose. */
    public static String compared(String purpose) {
        return purpose.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
