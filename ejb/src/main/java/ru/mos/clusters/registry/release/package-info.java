/**
 * Releases of the tax service: the SME register, headcounts and incomes as published, how they are taken in, what each
 * proves about whom on which date, and how a wrongly loaded one is withdrawn.
 *
 * <p>Enter through {@link Uploads}, {@link Releases} and {@link Withdrawals}. A release is read by a batch job in four steps: inspect (what is it, can it be trusted
 * at all), read (documents in parallel into staging), merge (one transaction that appears at once or not at all), announce
 * ({@link ReleaseMerged}). What it shows is stored as runs over the releases, so that the order of imports never matters;
 * {@code registry.sme_status} answers from them. Search, history and facts entered by hand live beside this package.
 *
 * <p>Source: {@code domain.md} §3; contract, "Registry" and "What a release proves".
 */
@NullMarked
package ru.mos.clusters.registry.release;

import org.jspecify.annotations.NullMarked;
