package ru.mos.clusters.registry.release;

import static ru.mos.clusters.platform.PlatformProblem.INN_MALFORMED;
import static ru.mos.clusters.registry.release.ReleaseProblem.DOCUMENT_ATTRIBUTE_MISSING;
import static ru.mos.clusters.registry.release.ReleaseProblem.DOCUMENT_CODE_UNKNOWN;
import static ru.mos.clusters.registry.release.ReleaseProblem.DOCUMENT_DATE_IMPOSSIBLE;
import static ru.mos.clusters.registry.release.ReleaseProblem.DOCUMENT_NUMBER_IMPOSSIBLE;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Ogrn;
import ru.mos.clusters.platform.Problem;

/** Attribute values as the tax service writes them, or the fault of the document. */
final class Values {

    private Values() {}

    static String required(String field, @Nullable String value) throws DocumentFault {
        if (value == null || value.isBlank()) {
            throw new DocumentFault(DOCUMENT_ATTRIBUTE_MISSING, field, field);
        }
        return value;
    }

    /** {@code dd.MM.yyyy}, a day that exists. */
    static LocalDate date(String field, @Nullable String value) throws DocumentFault {
        String text = required(field, value);
        try {
            if (text.length() == 10 && text.charAt(2) == '.' && text.charAt(5) == '.') {
                int year = Integer.parseInt(text, 6, 10, 10);
                if (year >= 1900) {
                    return LocalDate.of(year, Integer.parseInt(text, 3, 5, 10), Integer.parseInt(text, 0, 2, 10));
                }
            }
        } catch (DateTimeException | NumberFormatException impossible) {
            // answered below
        }
        throw new DocumentFault(DOCUMENT_DATE_IMPOSSIBLE, field, text);
    }

    /** As the tax service writes it. */
    static String written(LocalDate date) {
        return "%02d.%02d.%04d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    /** A code from 1 to {@code last}. */
    static int code(String field, @Nullable String value, int last) throws DocumentFault {
        String text = required(field, value);
        if (text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '0' + last) {
            return text.charAt(0) - '0';
        }
        throw new DocumentFault(DOCUMENT_CODE_UNKNOWN, field, text);
    }

    /** A count, not negative. */
    static int count(String field, String value) throws DocumentFault {
        String text = value.strip();
        try {
            int count = Integer.parseInt(text);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException impossible) {
            // answered below
        }
        throw new DocumentFault(DOCUMENT_NUMBER_IMPOSSIBLE, field, text);
    }

    /** An amount in roubles with at most two decimals. */
    static BigDecimal amount(String field, @Nullable String value) throws DocumentFault {
        String text = required(field, value).strip();
        if (text.length() <= 19 && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-')) {
            try {
                var amount = new BigDecimal(text);
                if (amount.scale() <= 2 && amount.precision() - amount.scale() <= 16) {
                    return amount.setScale(2);
                }
            } catch (NumberFormatException impossible) {
                // answered below
            }
        }
        throw new DocumentFault(DOCUMENT_NUMBER_IMPOSSIBLE, field, text);
    }

    /** Of that length, with right check digits. */
    static String inn(String field, @Nullable String value, int length) throws DocumentFault {
        String text = required(field, value);
        try {
            if (text.length() == length) {
                return new Inn(text).digits();
            }
        } catch (Problem wrong) {
            throw new DocumentFault(wrong.code(), field, text);
        }
        throw new DocumentFault(INN_MALFORMED, field, text);
    }

    /** With a right check digit; absent in the older formats. */
    static @Nullable String ogrn(String field, @Nullable String value) throws DocumentFault {
        if (value == null) {
            return null;
        }
        try {
            return new Ogrn(value).digits();
        } catch (Problem wrong) {
            throw new DocumentFault(wrong.code(), field, value);
        }
    }
}
