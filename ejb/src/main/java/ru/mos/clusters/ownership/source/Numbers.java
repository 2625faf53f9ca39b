package ru.mos.clusters.ownership.source;

import static ru.mos.clusters.ownership.OwnershipProblem.EXTRACT_NUMBER_WRONG;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Ogrn;
import ru.mos.clusters.platform.Problem;

/** The numbers of an extract's own subject: a wrong one leaves open of whom it is. */
final class Numbers {

    private Numbers() {}

    static @Nullable String inn(String field, @Nullable String digits, int length) throws ExtractFault {
        if (digits == null) {
            return null;
        }
        try {
            if (digits.length() == length) {
                return new Inn(digits).digits();
            }
        } catch (Problem wrong) {
            // answered below
        }
        throw new ExtractFault(EXTRACT_NUMBER_WRONG, field, digits);
    }

    static @Nullable String ogrn(String field, @Nullable String digits) throws ExtractFault {
        try {
            return digits == null ? null : new Ogrn(digits).digits();
        } catch (Problem wrong) {
            throw new ExtractFault(EXTRACT_NUMBER_WRONG, field, String.valueOf(digits));
        }
    }
}
