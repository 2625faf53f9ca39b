package ru.mos.clusters.agreement;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.AccountKey;
import ru.mos.clusters.bank.BankProblem;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;

/**
 * Accounts to pay to. Whoever changes where money goes needs a document and a second person, and then the change waits some days,
 * in which the payee can be asked: the usual way to steal a payment is a letter about a new account.
 */
@Stateless
@DenyAll
public class PayeeAccounts {

    static final String SUBJECT = "PAYEE_ACCOUNT";
    private static final String TASK = "ACCOUNT_TO_CONFIRM";

    /** Of payees of agreements that the caller may see. */
    private static final String ACCOUNTS = """
            select c.*
              from agreement.payee_account c
             where (:staff or c.inn in (select platform.represented(:me, :person)))
            """;

    @EJB
    private Tasks tasks;

    @Inject
    private SeenAgreements seen;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    @Inject
    private Sql sql;

    /** All of a payee, the latest first. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, AUDITOR, APPLICANT, SERVICE})
    public List<PayeeAccountView> of(Inn inn) {
        return sql.with(handle -> seen.bind(
                        handle.createQuery(ACCOUNTS + " and c.inn = :inn order by c.recorded_by desc limit 100"))
                .bind("inn", inn)
                .map((row, context) -> view(row))
                .list());
    }

    /** The one that is paid to. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, AUDITOR, APPLICANT, SERVICE})
    public Optional<PayeeAccountView> confirmed(Inn inn) {
        return of(inn).stream()
                .filter(one -> one.state() == PayeeAccountState.CONFIRMED)
                .findFirst();
    }

    /** @throws Problem {@code payee-account-unknown}, also for what the caller does not see */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, AUDITOR, APPLICANT, SERVICE})
    public PayeeAccountView view(UUID id) {
        return sql.with(handle -> seen.bind(handle.createQuery(ACCOUNTS + " and c.id = :id"))
                        .bind("id", id)
                        .map((row, context) -> view(row))
                        .findOne())
                .orElseThrow(() -> new Problem(AgreementProblem.PAYEE_ACCOUNT_UNKNOWN));
    }

    /**
     * Enters an account; it is paid to when another person has confirmed it.
     *
     * @throws Problem {@code bic-malformed}, {@code bank-account-malformed}, {@code bank-account-key}, {@code kpp-malformed}, {@code
     *     field-required}, {@code payee-of-no-agreement}, {@code payee-account-entered-twice}
     */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, APPLICANT, SERVICE})
    public PayeeAccountView enter(EnterPayeeAccount given) {
        AccountKey.check(given.bic(), given.account());
        var correspondent = Text.optional(given.correspondent(), "/correspondent");
        if (correspondent != null) {
            AccountKey.checkCorrespondent(given.bic(), correspondent);
        }
        var kpp = Text.optional(given.kpp(), "/kpp");
        if (kpp != null && !kpp.matches("[0-9]{4}[0-9A-Z]{2}[0-9]{3}")) {
            throw new Problem(BankProblem.KPP_MALFORMED, kpp).at("/kpp");
        }
        var bank = Text.required(given.bank(), "/bank");
        if (!isPayee(given.inn())) {
            throw new Problem(
                            AgreementProblem.PAYEE_OF_NO_AGREEMENT, given.inn().digits())
                    .at("/inn");
        }
        var id = UUID.randomUUID();
        long change = changes.record("PAYEE_ACCOUNT_ENTERED", SUBJECT, id.toString(), null, given);
        sql.with(handle -> handle.createUpdate("""
                        insert into agreement.payee_account (id, inn, kpp, account, bic, bank, correspondent, document_title,
                               document_number, document_date, state, entered_by, recorded_by, changed_by)
                        values (:id, :inn, :kpp, :account, :bic, :bank, :correspondent, :title,
                                :number, :date, 'ENTERED', :by, :change, :change)""")
                .bind("id", id)
                .bind("inn", given.inn())
                .bind("kpp", kpp)
                .bind("account", given.account())
                .bind("bic", given.bic())
                .bind("bank", bank)
                .bind("correspondent", correspondent)
                .bind("title", given.document().title())
                .bind("number", given.document().number())
                .bind("date", given.document().date())
                .bind("by", caller.login())
                .bind("change", change)
                .execute());
        tasks.open(
                TASK,
                Doer.second(ACCOUNTANT, caller.login()),
                SUBJECT,
                id.toString(),
                Map.of("inn", given.inn().digits(), "account", given.account()),
                null);
        return view(id);
    }

    /** Whether an agreement that the caller writes for pays it: its party, a participant that is paid directly, or a successor. */
    private boolean isPayee(Inn inn) {
        return sql.with(handle -> seen.bind(handle.createQuery("""
                        select exists (select from agreement.agreement g
                                        where (g.party = :inn or g.route = 'TO_EACH_PARTICIPANT' and exists (
                                              select from project.participant r
                                               where (r.project_id, r.edition, r.inn) = (g.project_id, g.project_edition, :inn) and r.receives > 0)
                                               or exists (select from agreement.succession s
                                                           where (s.agreement_id, s.successor, s.capacity) = (g.id, :inn, agreement.paid_as(g.id))
                                                             and s.state in ('CONFIRMED', 'REVERSING')))
                                          and
                        """ + SeenAgreements.ACTING + ")"))
                .bind("inn", inn)
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * Confirms an account. The first of a payee is paid to at once, a changed one after the days that the parameter says.
     *
     * @throws Problem {@code payee-account-unknown}, {@code second-person-required}, {@code changed-meanwhile}, {@code
     *     transition-not-allowed}
     */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public PayeeAccountView confirm(UUID id, @Nullable Long version) {
        var account = entered(id, version, PayeeAccountState.CONFIRMED);
        var before = confirmed(account.inn());
        var from = before.isEmpty() ? time.today() : time.today().plusDays(holdDays());
        long change =
                changes.record("PAYEE_ACCOUNT_CONFIRMED", SUBJECT, id.toString(), null, Map.of("payableFrom", from));
        before.ifPresent(old ->
                update(old.id(), PayeeAccountState.REPLACED, old.confirmedBy(), old.payableFrom(), null, change));
        update(id, PayeeAccountState.CONFIRMED, caller.login(), from, null, change);
        tasks.done(TASK, SUBJECT, id.toString());
        return view(id);
    }

    private long holdDays() {
        return sql.with(
                handle -> handle.createQuery("select agreement.parameter_on('ACCOUNT_HOLD_DAYS', platform.today())")
                        .mapTo(Long.class)
                        .one());
    }

    /**
     * Puts an account away that was not confirmed.
     *
     * @throws Problem {@code payee-account-unknown}, {@code changed-meanwhile}, {@code transition-not-allowed}, {@code field-required}
     */
    @RolesAllowed({ACCOUNTANT, CHIEF})
    public PayeeAccountView reject(UUID id, @Nullable Long version, String reason) {
        var why = Text.required(reason, "/reason");
        entered(id, version, PayeeAccountState.REJECTED);
        long change = changes.record("PAYEE_ACCOUNT_REJECTED", SUBJECT, id.toString(), null, Map.of("reason", why));
        update(id, PayeeAccountState.REJECTED, null, null, why, change);
        tasks.done(TASK, SUBJECT, id.toString());
        return view(id);
    }

    private PayeeAccountView entered(UUID id, @Nullable Long version, PayeeAccountState to) {
        sql.with(handle -> handle.createQuery("select 1 from agreement.payee_account where id = :id for no key update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
        var account = view(id);
        if (account.state() != PayeeAccountState.ENTERED) {
            throw new Problem(
                    PlatformProblem.TRANSITION_NOT_ALLOWED, account.state().name(), to.name());
        }
        if (to == PayeeAccountState.CONFIRMED && account.enteredBy().equals(caller.login())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        if (version != null && version != account.version()) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        return account;
    }

    private void update(
            UUID id,
            PayeeAccountState state,
            @Nullable String by,
            @Nullable LocalDate from,
            @Nullable String reason,
            long change) {
        sql.with(handle -> handle.createUpdate("""
                        update agreement.payee_account
                           set state = :state, confirmed_by = :by, payable_from = :from, reason = :reason, version = version + 1,
                               changed_by = :change
                         where id = :id""")
                .bind("state", state.name())
                .bind("by", by)
                .bind("from", from)
                .bind("reason", reason)
                .bind("change", change)
                .bind("id", id)
                .execute());
    }

    private PayeeAccountView view(ResultSet row) throws SQLException {
        var state = PayeeAccountState.valueOf(row.getString("state"));
        var by = row.getString("entered_by");
        return new PayeeAccountView(
                row.getObject("id", UUID.class),
                new Inn(row.getString("inn")),
                row.getString("kpp"),
                row.getString("account"),
                row.getString("bic"),
                row.getString("bank"),
                row.getString("correspondent"),
                new Paper(
                        row.getString("document_title"),
                        row.getString("document_number"),
                        row.getObject("document_date", LocalDate.class)),
                state,
                by,
                row.getString("confirmed_by"),
                row.getObject("payable_from", LocalDate.class),
                row.getString("reason"),
                row.getLong("version"),
                state == PayeeAccountState.ENTERED
                        && !by.equals(caller.login())
                        && (caller.hasRole(ACCOUNTANT) || caller.hasRole(CHIEF)));
    }
}
