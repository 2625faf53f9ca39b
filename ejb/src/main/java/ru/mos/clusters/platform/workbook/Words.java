package ru.mos.clusters.platform.workbook;

import java.util.List;
import java.util.Locale;
import ru.mos.clusters.platform.ProblemTexts;

/** Titles and headings as people type them: case, ё, blanks and the star of a required column do not count. */
public final class Words {

    /** In which a workbook may be filled in, whatever language its reader speaks. */
    public static final List<Locale> LANGUAGES = List.of(ProblemTexts.RUSSIAN, Locale.ENGLISH);

    private Words() {}

    /** Whether people would take both for one. */
    public static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /** What is compared. */
    public static String folded(String text) {
        return text.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("\\s*\\*$", "")
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
    }
}
