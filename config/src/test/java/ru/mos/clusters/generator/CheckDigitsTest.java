package ru.mos.clusters.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckDigitsTest {

    @Test
    void numbers_are_counted_up_and_completed_by_their_check_digits() {
        assertThat(CheckDigits.innOfEntity("77", 1)).isEqualTo("7700000016");
        assertThat(CheckDigits.innOfEntity("77", 4)).isEqualTo("7700000048");
        assertThat(CheckDigits.innOfPerson("77", 1)).isEqualTo("770000000156");
        assertThat(CheckDigits.innOfPerson("77", 3)).isEqualTo("770000000300");
        assertThat(CheckDigits.ogrn(2002, "77", 1)).isEqualTo("1027700000019");
    }

    @Test
    void a_spoilt_number_differs_in_its_last_digit_only() {
        assertThat(CheckDigits.spoilt("7700000016")).isEqualTo("7700000017");
        assertThat(CheckDigits.spoilt("1027700000019")).isEqualTo("1027700000010");
    }

    @Test
    void every_number_in_a_release_passes_its_check_and_no_INN_comes_twice() throws Exception {
        var release = SmeRelease.first(7, 3000, LocalDate.of(2026, 8, 10), FormatVersion.V4_06);

        var text = String.join("", Reread.documents(release));

        assertThat(Reread.values("ИННЮЛ", text)).doesNotHaveDuplicates().allMatch(inn -> isInn(inn, 10));
        assertThat(Reread.values("ИННФЛ", text)).doesNotHaveDuplicates().allMatch(inn -> isInn(inn, 12));
        assertThat(Reread.values("ОГРН", text)).allMatch(ogrn -> isOgrn(ogrn, 13, 11));
        assertThat(Reread.values("ОГРНИП", text)).allMatch(ogrn -> isOgrn(ogrn, 15, 13));
        assertThat(Reread.values("ИННЮЛ_З[КД]", text)).isNotEmpty().allMatch(inn -> isInn(inn, 10));
    }

    private static boolean isInn(String inn, int length) {
        return inn.length() == length
                && (length == 10
                        ? isDue(inn, 9, List.of(2, 4, 10, 3, 5, 9, 4, 6, 8))
                        : isDue(inn, 10, List.of(7, 2, 4, 10, 3, 5, 9, 4, 6, 8))
                                && isDue(inn, 11, List.of(3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)));
    }

    private static boolean isDue(String digits, int at, List<Integer> weights) {
        int sum = 0;
        for (int i = 0; i < at; i++) {
            sum += weights.get(i) * (digits.charAt(i) - '0');
        }
        return sum % 11 % 10 == digits.charAt(at) - '0';
    }

    private static boolean isOgrn(String ogrn, int length, int divisor) {
        long number = Long.parseLong(ogrn.substring(0, length - 1));
        return ogrn.length() == length && number % divisor % 10 == ogrn.charAt(length - 1) - '0';
    }
}
