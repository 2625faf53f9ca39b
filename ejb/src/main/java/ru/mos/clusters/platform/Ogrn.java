package ru.mos.clusters.platform;

import static ru.mos.clusters.platform.PlatformProblem.OGRN_CHECKSUM;
import static ru.mos.clusters.platform.PlatformProblem.OGRN_MALFORMED;

/** State registration number: 13 digits (legal entity, first digit 1, 2 or 5) or 15 (entrepreneur, first digit 3). */
public record Ogrn(String digits) implements java.io.Serializable {

    /** @throws Problem {@code ogrn-malformed} or {@code ogrn-checksum} */
    public Ogrn {
        boolean entity = Inn.digitsOnly(digits, 13) && "125".indexOf(digits.charAt(0)) >= 0;
        boolean entrepreneur = Inn.digitsOnly(digits, 15) && digits.charAt(0) == '3';
        if (!entity && !entrepreneur) {
            throw new Problem(OGRN_MALFORMED, digits);
        }
        int last = digits.length() - 1;
        long number = Long.parseLong(digits.substring(0, last));
        if (number % (last - 1) % 10 != digits.charAt(last) - '0') {
            throw new Problem(OGRN_CHECKSUM, digits);
        }
    }

    @Override
    public String toString() {
        return digits;
    }
}
