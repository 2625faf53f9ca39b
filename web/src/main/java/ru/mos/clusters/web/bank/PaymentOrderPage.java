package ru.mos.clusters.web.bank;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.Accounts;
import ru.mos.clusters.bank.BankAccountView;
import ru.mos.clusters.bank.BankProblem;
import ru.mos.clusters.bank.InstructionAction;
import ru.mos.clusters.bank.InstructionView;
import ru.mos.clusters.bank.Instructions;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A payment order: its files, what became of it, and what may be done. */
@Named
@RequestScoped
public class PaymentOrderPage {

    @EJB
    private Instructions instructions;

    @EJB
    private Accounts accounts;

    @Inject
    private ListQuery query;

    @Inject
    private Time time;

    private InstructionView order;
    private BankAccountView account;
    private @Nullable String reason;
    private @Nullable LocalDate on;

    @PostConstruct
    void open() {
        order = instructions.view(AskedId.of(query, BankProblem.INSTRUCTION_UNKNOWN));
        account = accounts.view(order.account());
        on = time.today();
    }

    public InstructionView getOrder() {
        return order;
    }

    public BankAccountView getAccount() {
        return account;
    }

    public boolean isRejectable() {
        return order.actions().contains(InstructionAction.REJECT);
    }

    public boolean isWithdrawable() {
        return order.actions().contains(InstructionAction.WITHDRAW);
    }

    public boolean isRepeatable() {
        return order.actions().contains(InstructionAction.REPEAT);
    }

    public String reject() {
        instructions.reject(order.id(), Objects.requireNonNull(on), String.valueOf(reason));
        return after(order, "bank.orderRejected");
    }

    public String withdraw() {
        instructions.withdraw(order.id(), String.valueOf(reason));
        return after(order, "bank.orderWithdrawn");
    }

    public String repeat() {
        return after(instructions.repeat(order.id(), null), "bank.orderRepeated");
    }

    private static String after(InstructionView shown, String result) {
        Messages.info(result);
        return Redirect.to("/bank/order.xhtml", "id", shown.id());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable LocalDate getOn() {
        return on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }
}
