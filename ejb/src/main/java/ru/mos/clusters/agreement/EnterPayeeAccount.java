package ru.mos.clusters.agreement;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

/**
 * Where somebody wants to be paid.
 *
 * @param kpp nine characters; null of a person
 * @param account 20 digits
 * @param bic 9 digits
 * @param correspondent account of the bank with the Bank of Russia; null where it has none
 * @param document by which the payee says so
 */
public record EnterPayeeAccount(
        Inn inn,
        @Nullable String kpp,
        String account,
        String bic,
        String bank,
        @Nullable String correspondent,
        Paper document) {}
