package ru.mos.clusters.registry.release;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.ADMIN;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatements;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;

/** Releases of the tax service: what became of each, what was wrong in it, and what it changed. */
@Stateless
@DenyAll
public class Releases {

    @Inject
    private Sql sql;

    @Inject
    private ReleaseStore store;

    @Inject
    private LatestOfRegister latest;

    /** One release. @throws Problem {@code release-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, AUDITOR, ADMIN, SERVICE})
    public ReleaseView view(long id) {
        return sql.with(handle -> ReleaseView.of(handle, id));
    }

    /** All releases, the latest upload first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, AUDITOR, ADMIN, SERVICE})
    public Slice<ReleaseView> list(PageRequest page) {
        return Slice.of(
                sql.with(handle -> handle.createQuery(
                                ReleaseView.SELECT + " where id < :after order by id desc limit :fetch")
                        .bind("after", number(page, Long.MAX_VALUE))
                        .bind("fetch", page.fetch())
                        .mapTo(ReleaseView.class)
                        .list()),
                page,
                release -> List.of(Long.toString(release.id())));
    }

    /** How many releases there are, whatever became of them. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, AUDITOR, ADMIN, SERVICE})
    public long count() {
        return sql.with(handle -> handle.createQuery("select count(*) from registry.release")
                .mapTo(Long.class)
                .one());
    }

    /** The release in force with the latest state of the SME register; empty before the first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, ADMIN, SERVICE})
    public Optional<ReleaseView> latestOfRegister() {
        return latest.find();
    }

    private static long number(PageRequest page, long otherwise) {
        return page.after().isEmpty() ? otherwise : Long.parseLong(page.after().get(0));
    }

    /** What was wrong or unusual in the release, in the order of its files. @throws Problem {@code release-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, AUDITOR, ADMIN, SERVICE})
    public Slice<ReleaseRemark> problems(long id, PageRequest page) {
        view(id);
        return Slice.of(
                sql.with(handle -> handle.createQuery("""
                                select id, file, document, line, field, code, args, rejected
                                  from registry.problem
                                 where release_id = coalesce((select same_as from registry.release where id = :id), :id)
                                   and id > :after
                                 order by id
                                 limit :fetch""")
                        .bind("id", id)
                        .bind("after", number(page, 0))
                        .bind("fetch", page.fetch())
                        .mapTo(ReleaseRemark.class)
                        .list()),
                page,
                remark -> List.of(Long.toString(remark.id())));
    }

    /** How many remarks there are on the release. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, AUDITOR, ADMIN, SERVICE})
    public long countProblems(long id) {
        return sql.with(handle ->
                handle.createQuery("""
                        select count(*)
                          from registry.problem
                         where release_id = coalesce((select same_as from registry.release where id = :id), :id)""").bind("id", id).mapTo(Long.class).one());
    }

    /**
     * Whom the release brought, took away or shows otherwise than the release before it by date.
     *
     * @throws Problem {@code release-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, AUDITOR, ADMIN, SERVICE})
    public Slice<ReleaseChange> changes(long id, ChangeKind kind, PageRequest page) {
        view(id);
        var row = store.row(id);
        boolean says = row.kind() == ReleaseKind.SME_REGISTER && row.recordedBy() != null && row.ord() != null;
        if (!says || (row.coverage() == Coverage.EXTRACT && kind == ChangeKind.LEFT)) {
            return new Slice<>(List.of(), null);
        }
        String file = row.coverage() == Coverage.EXTRACT ? "ChangesOfExtract" : "Changes" + kind;
        return Slice.of(
                sql.with(handle -> handle.configure(
                                SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                        .createQuery(sql.file(Releases.class, file))
                        .bind("ord", row.ord())
                        .bind("entered", kind == ChangeKind.ENTERED)
                        .bind("inn", page.after().isEmpty() ? "" : page.after().get(0))
                        .bind(
                                "kind",
                                page.after().isEmpty()
                                        ? 0
                                        : Integer.parseInt(page.after().get(1)))
                        .bind("fetch", page.fetch())
                        .map(ReleaseChange::of)
                        .list()),
                page,
                change -> List.of(change.inn(), Integer.toString(change.subjectKind())));
    }
}
