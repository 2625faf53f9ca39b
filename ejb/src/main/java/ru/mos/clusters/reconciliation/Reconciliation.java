package ru.mos.clusters.reconciliation;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.paper.PdfSheet;
import ru.mos.clusters.reconciliation.ReconciliationTotals.OpenItems;
import ru.mos.clusters.reconciliation.ReconciliationTotals.Total;

/** Compares what bank, agreements and ledger say of the same money. */
@Stateless
@DenyAll
public class Reconciliation {

    private static final String NOT_PLACED = """
            select count(*) as count, coalesce(sum(d.amount), 0.00) as amount
              from bank.document d
             where d.incoming = :incoming
               and not exists (select from bank.match m where m.document_id = d.id and m.undone_by is null)
               and not exists (select from bank.assignment s where s.document_id = d.id and s.undone_by is null)""";

    private static final String TAKEN_ON = """
            select count(distinct a.subject) as count, abs(coalesce(sum(a.balance) filter (where a.stage = 'DUE'), 0.00)) as amount
              from ledger.account a
             where a.subject like 'O-%'""";

    @EJB
    private Agreements agreements;

    @Inject
    private Time time;

    @Inject
    private Sql sql;

    /**
     * Line by line, in the order of agreements.
     *
     * @param differing only where the three do not say the same
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, AUDITOR})
    public Slice<ReconciliationLine> lines(boolean differing, PageRequest page) {
        boolean first = page.after().isEmpty();
        var rows = sql.with(handle -> handle.createQuery("select * from (" + file() + """
                        ) l where (l.number, l.position) > (:number, :position) order by l.number, l.position limit :most""")
                .bind("differing", differing)
                .bind("number", first ? 0L : Long.parseLong(page.after().get(0)))
                .bind(
                        "position",
                        first ? 0 : Measure.valueOf(page.after().get(1)).position())
                .bind("most", page.fetch())
                .mapTo(ReconciliationLine.class)
                .list());
        return Slice.of(
                rows,
                page,
                row -> List.of(Long.toString(row.number()), row.measure().name()));
    }

    /** How many lines there are. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, AUDITOR})
    public long count(boolean differing) {
        return sql.with(handle -> handle.createQuery("select count(*) from (" + file() + ") l")
                .bind("differing", differing)
                .mapTo(Long.class)
                .one());
    }

    /** All agreements together, and what of the bank nobody has placed yet. */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, AUDITOR})
    public ReconciliationTotals totals() {
        return sql.with(handle -> new ReconciliationTotals(
                handle.createQuery("""
                                select w.measure, coalesce(sum(l.agreements), 0.00) as agreements,
                                       case when w.banked then coalesce(sum(l.bank), 0.00) end as bank,
                                       coalesce(sum(l.ledger), 0.00) as ledger
                                  from (values ('COMMITTED', 1, false), ('DUE', 2, true), ('PAID', 3, true), ('RETURNED', 4, true))
                                       w (measure, position, banked)
                                  left join (""" + file() + """
                                       ) l on l.measure = w.measure
                                 group by w.measure, w.position, w.banked
                                 order by w.position""")
                        .bind("differing", false)
                        .mapTo(Total.class)
                        .list(),
                handle.createQuery(NOT_PLACED)
                        .bind("incoming", false)
                        .mapTo(OpenItems.class)
                        .one(),
                handle.createQuery(NOT_PLACED)
                        .bind("incoming", true)
                        .mapTo(OpenItems.class)
                        .one(),
                handle.createQuery(TAKEN_ON).mapTo(OpenItems.class).one()));
    }

    /**
     * Writes the statement by which the department and a recipient agree on an agreement's money in a period, as PDF.
     *
     * @param from its first day; null: the first of the year of its last
     * @param until its last day; null: today
     * @throws Problem {@code subsidy-agreement-unknown}, {@code period-empty} where it ends before it begins
     */
    @RolesAllowed({DEPARTMENT, CHIEF, ACCOUNTANT, GCKR, AUDITOR, APPLICANT, SERVICE})
    public void writeAct(UUID agreement, @Nullable LocalDate from, @Nullable LocalDate until, OutputStream out) {
        var last = until == null ? time.today() : until;
        var first = from == null ? last.withDayOfYear(1) : from;
        if (last.isBefore(first)) {
            throw new Problem(PlatformProblem.PERIOD_EMPTY, first, last).at("/until");
        }
        var about = agreements.view(agreement);
        var all = movements(about.subject(), last);
        var act = new ReconciliationAct(
                about,
                first,
                last,
                all.stream().filter(one -> one.day().isBefore(first)).toList(),
                all.stream().filter(one -> !one.day().isBefore(first)).toList());
        try (var sheet = new PdfSheet(out, act.title(), act.title())) {
            act.write(sheet);
        }
    }

    private List<Movement> movements(String subject, LocalDate until) {
        return sql.with(handle -> handle.createQuery("""
                        select e.effective_on as day, e.memo,
                               coalesce(sum(p.amount) filter (where b.operation in ('PAID', 'REIMBURSED')), 0.00) as paid,
                               coalesce(-sum(p.amount) filter (where b.operation in ('REFUNDED', 'REFUNDED_LATER')), 0.00) as returned,
                               coalesce(sum(p.amount) filter (where b.operation in ('ACCEPTED', 'REIMBURSED') and a.stage = 'ACCEPTED'), 0.00) as accepted
                          from ledger.account a
                          join ledger.posting p on p.account_id = a.id
                          join ledger.entry e on e.id = p.entry_id
                          left join lateral ledger.taken_back(e.reverses) t on true
                         cross join lateral (select coalesce(t.operation, e.operation) as operation) b
                         where a.subject = :subject and a.stage in ('PAID', 'ACCEPTED') and e.effective_on <= :until
                         group by e.id
                         order by e.effective_on, e.id""")
                .bind("subject", subject)
                .bind("until", until)
                .mapTo(Movement.class)
                .list());
    }

    private String file() {
        return sql.file(Reconciliation.class, "Lines");
    }
}
