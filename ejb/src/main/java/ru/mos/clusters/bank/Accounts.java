package ru.mos.clusters.bank;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.file.PaymentFormat;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/** The department's own accounts: instructions leave from one of them, statements come about each. */
@Stateless
@DenyAll
public class Accounts {

    private static final String SUBJECT = "BANK_ACCOUNT";

    @Inject
    private AccountStore store;

    @Inject
    private Changes changes;

    /** Open ones first, the latest first. */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public List<BankAccountView> list() {
        return store.list();
    }

    /** @throws Problem {@code bank-account-unknown} */
    @RolesAllowed({DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR})
    public BankAccountView view(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(BankProblem.BANK_ACCOUNT_UNKNOWN));
    }

    /**
     * Enters an account.
     *
     * @throws Problem {@code oktmo-malformed}, {@code bank-text-impossible}, {@code bank-account-overlaps}, {@code
     *     paying-account-overlaps}
     */
    @RolesAllowed(CHIEF)
    public BankAccountView open(OpenAccount open) {
        var oktmo = oktmo(open.oktmo());
        PaymentFormat.requireWritable(open.account().name() + open.account().bank());
        var id = UUID.randomUUID();
        var entered = new OpenAccount(open.account(), oktmo, open.pays(), open.from());
        store.insert(id, entered, changes.record("BANK_ACCOUNT_OPENED", SUBJECT, id.toString(), null, entered));
        return view(id);
    }

    private static @Nullable String oktmo(@Nullable String given) {
        var oktmo = Text.optional(given, "/oktmo");
        if (oktmo != null && !oktmo.matches("[0-9]{8}|[0-9]{11}")) {
            throw new Problem(BankProblem.OKTMO_MALFORMED, oktmo).at("/oktmo");
        }
        return oktmo;
    }

    /**
     * Ends the use of an account.
     *
     * @param until day from which it is closed
     * @throws Problem {@code bank-account-unknown}, {@code bank-account-period-empty}
     */
    @RolesAllowed(CHIEF)
    public BankAccountView close(UUID id, LocalDate until) {
        var before = view(id);
        long change = changes.record("BANK_ACCOUNT_CLOSED", SUBJECT, id.toString(), before, new Closed(until));
        store.close(id, until, change);
        return view(id);
    }

    /** What the record of changes keeps of it. */
    record Closed(LocalDate until) {}
}
