package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.EnterPayeeAccount;
import ru.mos.clusters.agreement.PayeeAccounts;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.agreement.Successions;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form of an account to pay to. */
@Named
@RequestScoped
public class PayeeAccountEntry {

    @EJB
    private Agreements agreements;

    @EJB
    private Payments payments;

    @EJB
    private PayeeAccounts accounts;

    @EJB
    private Successions successions;

    @Inject
    private ListQuery query;

    private AgreementView agreement;
    private @Nullable String inn;
    private @Nullable String kpp;
    private @Nullable String account;
    private @Nullable String bic;
    private @Nullable String bank;
    private @Nullable String correspondent;
    private final PaperEntry paper = new PaperEntry();

    @PostConstruct
    void open() {
        agreement = agreements.view(Ids.of(query.value("id"), AgreementProblem.SUBSIDY_AGREEMENT_UNKNOWN));
        if (!successions.isActing(agreement.id())) {
            throw new Problem(AgreementProblem.AGREEMENT_OF_SUCCESSOR);
        }
        inn = agreement.party().digits();
    }

    public AgreementView getAgreement() {
        return agreement;
    }

    /** Who is paid under the agreement. */
    public List<Map.Entry<String, String>> getPayees() {
        return payments.payees(agreement.id()).stream()
                .map(one -> Map.entry(one.digits(), called(one)))
                .toList();
    }

    private String called(Inn payee) {
        return payee.equals(agreement.party()) && agreement.partyName() != null
                ? payee.digits() + " " + agreement.partyName()
                : payee.digits();
    }

    /** Enters it for a second person to confirm. */
    public String enter() {
        accounts.enter(new EnterPayeeAccount(
                new Inn(String.valueOf(inn)),
                kpp == null ? null : kpp.replaceAll("\\s", ""),
                Objects.requireNonNull(account).replaceAll("\\s", ""),
                Objects.requireNonNull(bic).replaceAll("\\s", ""),
                Objects.requireNonNull(bank),
                correspondent == null ? null : correspondent.replaceAll("\\s", ""),
                paper.paper()));
        Messages.info("grant.accountEntered");
        return Redirect.to("/agreement/card.xhtml", "id", agreement.id());
    }

    public @Nullable String getInn() {
        return inn;
    }

    public void setInn(@Nullable String inn) {
        this.inn = inn;
    }

    public @Nullable String getKpp() {
        return kpp;
    }

    public void setKpp(@Nullable String kpp) {
        this.kpp = kpp;
    }

    public @Nullable String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = account;
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

    public PaperEntry getPaper() {
        return paper;
    }
}
