package ru.mos.clusters.bank;

import java.util.regex.Pattern;
import ru.mos.clusters.platform.Problem;

/**
 * The check digit of an account with its bank: the ninth of the 20 digits. The lowest digits of the products of 23 digits with the
 * weights 7, 1, 3 sum to a multiple of ten. The three digits before the account are those of the bank; of an account that the Bank of
 * Russia or the treasury keeps, a zero and the fifth and sixth digit of the BIC. Treasury accounts, which begin with a zero, bear no
 * check digit.
 *
 * <p>Source: Bank of Russia, order 515 of 08.09.1997; Treasury order 15n of 01.04.2020 (numbers of treasury accounts).
 */
public final class AccountKey {

    private static final Pattern BIC = Pattern.compile("[0-9]{9}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{20}");
    /** Ends of BICs under which the Bank of Russia itself keeps accounts. */
    private static final Pattern SETTLEMENT_CENTRE = Pattern.compile("0[0-2].*|.*00[0-2]");

    private static final int[] WEIGHTS = {7, 1, 3};

    private AccountKey() {}

    /** @throws Problem {@code bic-malformed}, {@code bank-account-malformed}, {@code bank-account-key} */
    public static void check(String bic, String account) {
        requireForm(bic, account);
        if (account.charAt(0) == '0') {
            return;
        }
        boolean centre = SETTLEMENT_CENTRE.matcher(bic).matches();
        require(centre ? '0' + bic.substring(4, 6) : bic.substring(6), bic, account);
    }

    /**
     * Of the account that a bank itself has with the Bank of Russia.
     *
     * @throws Problem {@code bic-malformed}, {@code bank-account-malformed}, {@code bank-account-key}
     */
    public static void checkCorrespondent(String bic, String account) {
        requireForm(bic, account);
        require('0' + bic.substring(4, 6), bic, account);
    }

    private static void requireForm(String bic, String account) {
        if (!BIC.matcher(bic).matches()) {
            throw new Problem(BankProblem.BIC_MALFORMED, bic).at("/bic");
        }
        if (!ACCOUNT.matcher(account).matches()) {
            throw new Problem(BankProblem.BANK_ACCOUNT_MALFORMED, account).at("/account");
        }
    }

    private static void require(String keeper, String bic, String account) {
        var digits = keeper + account;
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            sum += (digits.charAt(at) - '0') * WEIGHTS[at % WEIGHTS.length] % 10;
        }
        if (sum % 10 != 0) {
            throw new Problem(BankProblem.BANK_ACCOUNT_KEY, account, bic).at("/account");
        }
    }
}
