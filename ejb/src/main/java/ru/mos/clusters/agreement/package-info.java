/**
 * Agreements on what was awarded, and what is paid under them. An agreement says how much is paid in which stage, against how
 * much of the recipient's own money; it counts when the finance body has registered the commitment, and an amendment is a
 * further edition. Whether an instalment may be paid is one question with one answer, {@code agreement.obstacles} of the
 * database: the previous instalment accounted for, own money evidenced to the kopeck, no review open, the account confirmed.
 *
 * <p>Who was awarded the money may be reorganised, replaced or dissolved before the end: {@link Successions} say who stands in its
 * place from which day on, and nobody else is paid.
 *
 * <p>Money moves in the {@link ru.mos.clusters.ledger ledger} and leaves through the {@link ru.mos.clusters.bank bank}.
 *
 * <p>Source: Budget Code, articles 78 and 78.1 (subsidies by agreement), 219 (commitment, amount due, payment); the paper of
 * 2010, principle of co-financing whose budget share goes down from stage to stage.
 */
@NullMarked
package ru.mos.clusters.agreement;

import org.jspecify.annotations.NullMarked;
