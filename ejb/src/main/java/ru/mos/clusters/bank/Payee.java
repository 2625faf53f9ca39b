package ru.mos.clusters.bank;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Who is paid, and where.
 *
 * @param kpp nine characters; null of a person
 * @param account 20 digits
 * @param bic 9 digits, of the bank or treasury body that keeps the account
 * @param correspondent account of the bank with the Bank of Russia, 20 digits; null where it has none
 */
public record Payee(
        String inn,
        @Nullable String kpp,
        String name,
        String account,
        String bic,
        String bank,
        @Nullable String correspondent)
        implements Serializable {

    private static final Pattern KPP = Pattern.compile("[0-9]{4}[0-9A-Z]{2}[0-9]{3}");

    /**
     * @throws Problem {@code inn-malformed}, {@code inn-checksum}, {@code kpp-malformed}, {@code field-required}, {@code
     *     text-too-long}, {@code bic-malformed}, {@code bank-account-malformed}, {@code bank-account-key}, said of the field
     */
    public Payee {
        new Inn(inn);
        kpp = Text.optional(kpp, "/payee/kpp");
        if (kpp != null && !KPP.matcher(kpp).matches()) {
            throw new Problem(BankProblem.KPP_MALFORMED, kpp).at("/payee/kpp");
        }
        name = Text.required(name, "/payee/name");
        bank = Text.required(bank, "/payee/bank");
        AccountKey.check(bic, account);
        if (correspondent != null) {
            AccountKey.checkCorrespondent(bic, correspondent);
        }
    }
}
