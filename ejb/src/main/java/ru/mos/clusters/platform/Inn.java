package ru.mos.clusters.platform;

import static ru.mos.clusters.platform.PlatformProblem.INN_CHECKSUM;
import static ru.mos.clusters.platform.PlatformProblem.INN_MALFORMED;

/** Taxpayer number: 10 digits (legal entity) or 12 (person). Check digits prove the form, not that it was ever issued. */
public record Inn(String digits) implements Comparable<Inn>, java.io.Serializable {

    private static final int[] WEIGHTS = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    /** @throws Problem {@code inn-malformed} or {@code inn-checksum} */
    public Inn {
        if (!digitsOnly(digits, 10) && !digitsOnly(digits, 12)) {
            throw new Problem(INN_MALFORMED, digits);
        }
        for (int at = digits.length() == 10 ? 9 : 10; at < digits.length(); at++) {
            if (check(digits, at) != digits.charAt(at) - '0') {
                throw new Problem(INN_CHECKSUM, digits);
            }
        }
    }

    /** Ten digits: a legal entity. Twelve: a person (entrepreneur, head of a farm). */
    public boolean isLegalEntity() {
        return digits.length() == 10;
    }

    /** The digit due at {@code at}: the last {@code at} weights over the digits before it, mod 11, mod 10. */
    private static int check(String digits, int at) {
        int sum = 0;
        for (int i = 0; i < at; i++) {
            sum += WEIGHTS[WEIGHTS.length - at + i] * (digits.charAt(i) - '0');
        }
        return sum % 11 % 10;
    }

    static boolean digitsOnly(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(Inn other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
