package ru.mos.clusters.eligibility.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Legal forms in which a cluster organisation is met, by whether they plainly begin a registered name. */
public enum LegalForm {
    ASSOCIATION("АССОЦИАЦИЯ"),
    UNION("СОЮЗ"),
    NON_PROFIT_PARTNERSHIP("НЕКОММЕРЧЕСКОЕ ПАРТНЕРСТВО|НП"),
    PUBLIC_ORGANISATION("ОБЩЕСТВЕННАЯ ОРГАНИЗАЦИЯ"),
    COOPERATIVE("(?:[А-Я-]+(?:ЫЙ|ИЙ) ){0,4}КООПЕРАТИВ"),
    LIMITED_LIABILITY_COMPANY("ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ|ООО"),
    JOINT_STOCK_COMPANY("(?:[А-Я-]+ОЕ ){0,2}АКЦИОНЕРНОЕ ОБЩЕСТВО|[ПНОЗ]?АО"),
    BUSINESS_PARTNERSHIP("ХОЗЯЙСТВЕННОЕ ПАРТНЕРСТВО|ПОЛНОЕ ТОВАРИЩЕСТВО|ТОВАРИЩЕСТВО НА ВЕРЕ"),
    AUTONOMOUS_NON_PROFIT("АВТОНОМНАЯ НЕКОММЕРЧЕСКАЯ ОРГАНИЗАЦИЯ|АНО"),
    FOUNDATION("(?:[А-Я-]+(?:ЫЙ|ИЙ|ОЙ) ){0,4}ФОНД"),
    INSTITUTION("(?:[А-Я-]+(?:ОЕ|ЕЕ) ){0,7}УЧРЕЖДЕНИЕ|Ф?Г[БАК]У|Ф?ГБОУ|ФГАОУ|М[БАК]У|ЧУ"),
    UNITARY_ENTERPRISE("(?:[А-Я-]+(?:ОЕ|ЕЕ) ){0,4}(?:УНИТАРНОЕ|КАЗЕННОЕ) ПРЕДПРИЯТИЕ|Ф?ГУП|МУП|ФКП");

    private final Pattern beginning;

    LegalForm(String words) {
        // a form is a word of its own: «Союз» names one, «Союзпечать» does not
        beginning = Pattern.compile("(?:" + words + ")(?![А-Я0-9-])");
    }

    /**
     * The form with which the name plainly begins. A name that begins otherwise tells nothing, however likely a guess
     * would be.
     */
    public static Optional<LegalForm> beginning(String name) {
        var plain = name.toUpperCase(Locale.ROOT).replace('Ё', 'Е').strip().replaceAll("\\s+", " ");
        return Arrays.stream(values())
                .filter(form -> form.beginning.matcher(plain).lookingAt())
                .findFirst();
    }
}
