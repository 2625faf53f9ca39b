package ru.mos.clusters.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Fired to ask what money that came in may be for; whoever keeps such things offers them.
 */
public final class ReceiptQuestion {

    private final UUID document;
    private final LocalDate on;
    private final BigDecimal amount;
    private final String payerInn;
    private final String purpose;
    private final List<Candidate> candidates = new ArrayList<>();

    /** A thing that the money may be for, in words that an accountant recognises. */
    public record Candidate(Source source, String text) implements java.io.Serializable {}

    private ReceiptQuestion(UUID document, LocalDate on, BigDecimal amount, String payerInn, String purpose) {
        this.document = document;
        this.on = on;
        this.amount = amount;
        this.payerInn = payerInn;
        this.purpose = purpose;
    }

    /** To be answered by whoever observes it. */
    public static ReceiptQuestion about(
            UUID document, LocalDate on, BigDecimal amount, String payerInn, String purpose) {
        return new ReceiptQuestion(document, on, amount, payerInn, purpose);
    }

    /** Of the statement's document. */
    public UUID document() {
        return document;
    }

    /** Day of the bank's booking. */
    public LocalDate on() {
        return on;
    }

    /** Roubles. */
    public BigDecimal amount() {
        return amount;
    }

    /** Empty where the statement names none. */
    public String payerInn() {
        return payerInn;
    }

    /** What the payer wrote. */
    public String purpose() {
        return purpose;
    }

    /** Offers a thing; the first offered is shown first. */
    public void offer(Source source, String text) {
        candidates.add(new Candidate(source, text));
    }

    /** All offered so far. */
    public List<Candidate> candidates() {
        return List.copyOf(candidates);
    }
}
