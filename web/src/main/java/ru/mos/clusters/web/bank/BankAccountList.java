package ru.mos.clusters.web.bank;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.Accounts;
import ru.mos.clusters.bank.BankAccountView;
import ru.mos.clusters.bank.OpenAccount;
import ru.mos.clusters.bank.Payee;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The department's accounts, and the form that enters one. */
@Named
@RequestScoped
public class BankAccountList {

    @EJB
    private Accounts accounts;

    @Inject
    private Time time;

    private List<BankAccountView> all;
    private @Nullable String number;
    private @Nullable String bic;
    private @Nullable String bank;
    private @Nullable String correspondent;
    private @Nullable String holder;
    private @Nullable Inn inn;
    private @Nullable String kpp;
    private @Nullable String oktmo;
    private boolean pays;
    private @Nullable LocalDate from;

    @PostConstruct
    void open() {
        all = accounts.list();
        from = time.today();
    }

    /** Enters the account. */
    public String enter() {
        accounts.open(new OpenAccount(
                new Payee(
                        Objects.requireNonNull(inn).digits(),
                        kpp,
                        String.valueOf(holder),
                        digits(number),
                        digits(bic),
                        String.valueOf(bank),
                        correspondent == null || correspondent.isBlank() ? null : digits(correspondent)),
                oktmo,
                pays,
                Objects.requireNonNull(from)));
        Messages.info("bank.accountEntered");
        return Redirect.to("/bank/accounts.xhtml");
    }

    /** People write accounts in groups. */
    private static String digits(@Nullable String typed) {
        return String.valueOf(typed).replaceAll("[\\s.-]", "");
    }

    public List<BankAccountView> getAll() {
        return all;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getBic() {
        return bic;
    }

    public void setBic(@Nullable String bic) {
        this.bic = bic;
    }

    public @Nullable String getBank() {
        return bank;
    }

    public void setBank(@Nullable String bank) {
        this.bank = bank;
    }

    public @Nullable String getCorrespondent() {
        return correspondent;
    }

    public void setCorrespondent(@Nullable String correspondent) {
        this.correspondent = correspondent;
    }

    public @Nullable String getHolder() {
        return holder;
    }

    public void setHolder(@Nullable String holder) {
        this.holder = holder;
    }

    public @Nullable Inn getInn() {
        return inn;
    }

    public void setInn(@Nullable Inn inn) {
        this.inn = inn;
    }

    public @Nullable String getKpp() {
        return kpp;
    }

    public void setKpp(@Nullable String kpp) {
        this.kpp = kpp;
    }

    public @Nullable String getOktmo() {
        return oktmo;
    }

    public void setOktmo(@Nullable String oktmo) {
        this.oktmo = oktmo;
    }

    public boolean isPays() {
        return pays;
    }

    public void setPays(boolean pays) {
        this.pays = pays;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }
}
