package ru.mos.clusters.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import ru.mos.clusters.platform.Sql;

/** Lets what was read take effect: who is new, what they say that was not said before. */
@ApplicationScoped
class OwnershipMerge {

    @Inject
    private Sql sql;

    void merge(Handle handle, long id, long change, long accepted, long rejected) {
        for (var table : OwnershipStaging.TABLES) {
            handle.execute("analyze " + table);
        }
        run(handle, "NewParties", id, change);
        run(handle, "KeysOfParties", id, change);
        handle.execute("analyze staged_key");
        run(handle, "NewNumbers", id, change);
        run(handle, "OneByNumber", id, change);
        run(handle, "FreshExtracts", id, change);
        handle.execute("analyze staged_fresh");
        run(handle, "NewExtracts", id, change);
        run(handle, "NewRelations", id, change);
        run(handle, "NamesOfExtracts", id, change);
        run(handle, "NamesByOthers", id, change);
        run(handle, "FreshStakes", id, change);
        handle.execute("analyze staged_news");
        run(handle, "NewStakes", id, change);
        run(handle, "NewClosings", id, change);
        handle.createUpdate(sql.file(OwnershipMerge.class, "CompleteImport"))
                .bind("id", id)
                .bind("change", change)
                .bind("accepted", accepted)
                .bind("rejected", rejected)
                .execute();
    }

    private long run(Handle handle, String file, long id, long change) {
        return handle.createUpdate(sql.file(OwnershipMerge.class, file))
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bind("id", id)
                .bind("change", change)
                .execute();
    }
}
