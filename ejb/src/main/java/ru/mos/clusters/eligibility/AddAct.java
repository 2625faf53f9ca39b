package ru.mos.clusters.eligibility;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;

/**
 * Enters an act as it was adopted.
 *
 * @param code by which rules and waivers will cite it: {@code PPM_818_2008}
 * @param draft whether it is not law yet
 * @param from first day in force, or as a draft; null: the day of the act
 */
public record AddAct(
        String code,
        ActView.ActKind kind,
        @Nullable String number,
        LocalDate adoptedOn,
        String title,
        String subject,
        String source,
        String note,
        boolean draft,
        @Nullable LocalDate from) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{2,39}");
    private static final int LONGEST_TITLE = 1000;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_NUMBER = 50;

    /**
     * @throws Problem {@code act-code-malformed}, {@code edition-in-force-too-early}, {@code field-required}, {@code
     *     text-too-long}
     */
    public AddAct {
        if (!CODE.matcher(code).matches()) {
            throw new Problem(
                            EligibilityProblem.ACT_CODE_MALFORMED,
                            code.length() > 60 ? code.substring(0, 60) + "…" : code)
                    .at("/code");
        }
        number = number == null || number.isBlank() ? null : Texts.line(number, "/number", LONGEST_NUMBER);
        title = Texts.line(title, "/title", LONGEST_TITLE);
        subject = Texts.line(subject, "/subject", LONGEST_LINE);
        source = Texts.line(source, "/source", LONGEST_LINE);
        note = Texts.optional(note, "/note", LONGEST_TITLE);
        if (from != null && from.isBefore(adoptedOn)) {
            throw new Problem(EligibilityProblem.EDITION_IN_FORCE_TOO_EARLY, adoptedOn, from).at("/from");
        }
    }

    /** The day from which it holds. */
    LocalDate begins() {
        return from == null ? adoptedOn : from;
    }
}
