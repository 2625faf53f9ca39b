package ru.mos.clusters.registry.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.LongTransaction;
import ru.mos.clusters.platform.Sql;

/** Takes a release out of force: what it alone said no longer holds, what others say is closed up over its place. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class Withdrawal {

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private LongTransaction transaction;

    @Inject
    private ReleaseStore store;

    @Inject
    private Event<ReleaseMerged> merged;

    @Inject
    private Event<WithdrawalTried> tried;

    private record Withdrawn(String state) {}

    /** Undoes a trial; carries its outcome out of the transaction. */
    private static final class Undo extends RuntimeException {
        private final transient WithdrawalTried outcome;

        Undo(WithdrawalTried outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }

    void withdraw(long id, String login, Consumer<Handle> permitted) {
        transaction.inOne(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", ReleaseStore.LOCK);
            permitted.accept(handle);
            return apply(handle, id, login);
        });
        merged.fire(new ReleaseMerged(id));
        store.announced(id);
    }

    WithdrawalTried tryOut(long id, String login, Consumer<Handle> permitted) {
        try {
            return transaction.inOne(handle -> {
                handle.execute("select pg_advisory_xact_lock(?)", ReleaseStore.LOCK);
                permitted.accept(handle);
                var outcome = new WithdrawalTried(id, apply(handle, id, login));
                tried.fire(outcome);
                throw new Undo(outcome);
            });
        } catch (Undo undone) {
            return undone.outcome;
        }
    }

    /** @return how many subjects' facts change */
    private long apply(Handle handle, long id, String login) {
        var row = Merging.locked(handle, id);
        long change = changes.recordBy(
                login,
                "RELEASE_WITHDRAWN",
                "RELEASE",
                Long.toString(id),
                new Withdrawn("COMPLETED"),
                new Withdrawn("WITHDRAWN"));
        handle.createUpdate("""
                        update registry.release
                           set state = 'WITHDRAWN', withdrawn_by = :change, announced = false, attempts = 0,
                               withdrawal_confirmed_by =
                                   case when id = :id and withdrawal_requested_by <> :login then :login end
                         where id = :id or (same_as = :id and state = 'COMPLETED')""")
                .bind("change", change)
                .bind("login", login)
                .bind("id", id)
                .execute();
        if (row.recordedBy() == null) {
            return 0; // it only stood for an equal one, which stays in force
        }
        if (row.kind() != ReleaseKind.SME_REGISTER) {
            return figures(handle, row, change);
        }
        return records(handle, row, change);
    }

    private static long figures(Handle handle, ReleaseStore.Row row, long change) {
        return handle.createUpdate("update registry." + (row.kind() == ReleaseKind.HEADCOUNT ? "headcount" : "income")
                        + " set superseded_by = :change where release_id = :id and superseded_by is null")
                .bind("change", change)
                .bind("id", row.id())
                .execute();
    }

    private long records(Handle handle, ReleaseStore.Row row, long change) {
        long ord = Objects.requireNonNull(row.ord());
        @Nullable Long next = SmeMerge.nextColumn(handle, ord).orElse(null);
        if (row.coverage() == Coverage.EXTRACT) {
            handle.createUpdate("create temporary table touched on commit drop as"
                            + " select inn, kind from registry.sme_run"
                            + " where first_ord = :ord and extract and superseded_by is null")
                    .bind("ord", ord)
                    .execute();
            handle.createUpdate("update registry.sme_run set superseded_by = :change"
                            + " where first_ord = :ord and extract and superseded_by is null")
                    .bind("change", change)
                    .bind("ord", ord)
                    .execute();
        } else {
            handle.createUpdate(sql.file(Withdrawal.class, "TouchedByWithdrawal"))
                    .bind("ord", ord)
                    .bind("next", next)
                    .execute();
            handle.execute("analyze touched");
            handle.createUpdate(sql.file(Withdrawal.class, "CloseRuns"))
                    .bind("change", change)
                    .bind("next", next)
                    .execute();
        }
        present(handle);
        if (row.coverage() == Coverage.COMPLETE && next != null) {
            handle.createUpdate(sql.file(SmeMerge.class, "CountNeighbour"))
                    .bind("ord", next)
                    .execute();
        }
        return handle.createQuery("select count(*) from touched")
                .mapTo(Long.class)
                .one();
    }

    private void present(Handle handle) {
        handle.createUpdate(sql.file(SmeMerge.class, "PresentEntities")).execute();
        handle.createUpdate("""
                        update registry.entity e
                           set ord = 0
                          from touched t
                         where t.inn = e.inn
                           and not exists (select from registry.sme_run r where r.inn = e.inn and r.superseded_by is null)
                           and e.ord <> 0""").execute();
    }
}
