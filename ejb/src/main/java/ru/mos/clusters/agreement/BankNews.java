package ru.mos.clusters.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.ExecutionUndone;
import ru.mos.clusters.bank.InstructionExecuted;
import ru.mos.clusters.bank.InstructionRejected;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Time;

/** What the bank tells of payments: executed, rejected, or told wrongly. In the transaction in which it becomes known. */
@ApplicationScoped
class BankNews {

    @Inject
    private PaymentStore payments;

    @Inject
    private AgreementStore agreements;

    @Inject
    private AgreementBooks books;

    @Inject
    private Event<PaymentExecuted> executed;

    @Inject
    private Event<PaymentExecutionUndone> undone;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    void executed(@Observes InstructionExecuted news) {
        payment(news.source()).ifPresent(payment -> {
            books.paid(agreement(payment), payment, news.document(), news.on());
            move(payment, PaymentState.EXECUTED, news.on(), null, "PAYMENT_EXECUTED");
            executed.fire(new PaymentExecuted(payment, news.on()));
        });
    }

    void rejected(@Observes InstructionRejected news) {
        payment(news.source())
                .ifPresent(payment -> move(payment, PaymentState.REJECTED, null, news.reason(), "PAYMENT_REJECTED"));
    }

    void undone(@Observes ExecutionUndone news) {
        payment(news.source()).ifPresent(payment -> {
            undone.fire(new PaymentExecutionUndone(payment, news.reason()));
            books.takeBack(payment, time.today(), news.reason());
            move(payment, PaymentState.ORDERED, null, news.reason(), "PAYMENT_EXECUTION_UNDONE");
        });
    }

    private Optional<PaymentView> payment(Source source) {
        return Payments.SUBJECT.equals(source.kind()) ? payments.lock(UUID.fromString(source.id())) : Optional.empty();
    }

    private AgreementView agreement(PaymentView payment) {
        return agreements
                .find(payment.agreement())
                .orElseThrow(() -> new Problem(AgreementProblem.SUBSIDY_AGREEMENT_UNKNOWN));
    }

    private void move(
            PaymentView payment, PaymentState to, @Nullable LocalDate on, @Nullable String reason, String action) {
        long change = changes.record(
                action,
                Payments.SUBJECT,
                payment.id().toString(),
                Map.of("state", payment.state()),
                Map.of("state", to));
        payments.move(payment.id(), to, on, reason, change);
    }
}
