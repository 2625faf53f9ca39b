package ru.mos.clusters.registry.release;

import org.jspecify.annotations.Nullable;

/** How names are compared in search; says what {@code registry.search_form} says. */
final class SearchForm {

    private static final int LONGEST = 600;
    private static final String DROPPED = "«»\"„“”'";

    private SearchForm() {}

    /** Of the short name, if there is one, and the name. */
    static String of(@Nullable String shortName, String name) {
        var form = new StringBuilder(name.length() + (shortName == null ? 0 : shortName.length() + 1));
        if (shortName != null) {
            add(form, shortName);
            form.append(' ');
        }
        add(form, name);
        if (form.length() > LONGEST) {
            form.setLength(Character.isHighSurrogate(form.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
        }
        return form.toString();
    }

    private static void add(StringBuilder form, String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = Character.toLowerCase(name.charAt(i));
            if (c == 'ё') {
                form.append('е');
            } else if (DROPPED.indexOf(c) < 0) {
                form.append(c);
            }
        }
    }
}
