package ru.mos.clusters.bank;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountKeyTest {

    @ParameterizedTest(name = "{1} with {0}")
    @CsvSource({
        "049805746, 40602810700000000025", // the example of the Bank of Russia's order
        "044525225, 40703810400000000101",
        "044525000, 40201810200000000001", // kept by the Bank of Russia itself
        "004525988, 40102810545370000003", // the single treasury account of Moscow
        "004525988, 03221643450000007300" // a treasury account bears no check digit
    })
    void an_account_agrees_with_the_bank_that_keeps_it(String bic, String account) {
        assertThatCode(() -> AccountKey.check(bic, account)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "check digit {0}")
    @CsvSource({"0", "1", "2", "3", "4", "5", "6", "8", "9"})
    void no_other_check_digit_does(String digit) {
        var account = "40602810" + digit + "00000000025";

        assertThatThrownBy(() -> AccountKey.check("049805746", account)).hasMessageStartingWith("bank-account-key");
    }

    @Test
    void the_account_of_a_bank_agrees_with_the_centre_that_keeps_it() {
        assertThatCode(() -> AccountKey.checkCorrespondent("049805746", "30101810800000000746"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> AccountKey.checkCorrespondent("049805746", "30101810900000000746"))
                .hasMessageStartingWith("bank-account-key");
    }

    @ParameterizedTest(name = "BIC {0}, account {1}: {2}")
    @CsvSource({
        "04980574, 40602810700000000025, bic-malformed",
        "0498057466, 40602810700000000025, bic-malformed",
        "04980574X, 40602810700000000025, bic-malformed",
        "049805746, 4060281070000000002, bank-account-malformed",
        "049805746, 406028107000000000255, bank-account-malformed",
        "049805746, 4060281070000000002X, bank-account-malformed"
    })
    void nine_digits_and_twenty_are_asked_for(String bic, String account, String problem) {
        assertThatThrownBy(() -> AccountKey.check(bic, account)).hasMessageStartingWith(problem);
    }
}
