package ru.mos.clusters.generator;

/**
 * Numbers completed by the check digits the tax service prescribes. The check digits make the form right; whether such
 * a number was ever issued is another matter.
 */
public final class CheckDigits {
    private static final int[] INN_WEIGHTS = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    private CheckDigits() {}

    /** Taxpayer number of a legal entity: two digits of the region, seven of the sequence, one check digit. */
    public static String innOfEntity(String region, int sequence) {
        return withInnDigit(region + padded(sequence, 7));
    }

    /** Taxpayer number of a person: two digits of the region, eight of the sequence, two check digits. */
    static String innOfPerson(String region, int sequence) {
        return withInnDigit(withInnDigit(region + padded(sequence, 8)));
    }

    /** State registration number of a legal entity: 1, year, region, seven digits of the sequence, check digit. */
    static String ogrn(int year, String region, int sequence) {
        String digits = "1" + padded(year % 100, 2) + region + padded(sequence, 7);
        return digits + Long.parseLong(digits) % 11 % 10;
    }

    /** State registration number of an entrepreneur: 3, year, region, nine digits of the sequence, check digit. */
    static String ogrnOfEntrepreneur(int year, String region, int sequence) {
        String digits = "3" + padded(year % 100, 2) + region + padded(sequence, 9);
        return digits + Long.parseLong(digits) % 13 % 10;
    }

    /** The same number with a last digit that cannot be right. */
    static String spoilt(String digits) {
        int last = digits.length() - 1;
        return digits.substring(0, last) + (digits.charAt(last) - '0' + 1) % 10;
    }

    private static String withInnDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += INN_WEIGHTS[INN_WEIGHTS.length - digits.length() + i] * (digits.charAt(i) - '0');
        }
        return digits + sum % 11 % 10;
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }
}
