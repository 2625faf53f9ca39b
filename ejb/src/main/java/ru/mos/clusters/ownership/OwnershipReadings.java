package ru.mos.clusters.ownership;

import static ru.mos.clusters.ownership.OwnershipProblem.READING_BASIS_REQUIRED;
import static ru.mos.clusters.ownership.OwnershipProblem.READING_DECIDED;
import static ru.mos.clusters.ownership.OwnershipProblem.READING_UNKNOWN;
import static ru.mos.clusters.ownership.OwnershipProblem.READING_VALUE_IMPOSSIBLE;
import static ru.mos.clusters.platform.PlatformProblem.SECOND_PERSON_REQUIRED;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;

/**
 * How the law of affiliation is read: from which day on, by which document. One person proposes a reading, another confirms
 * it; what was read before stays on record.
 */
@Stateless
@DenyAll
public class OwnershipReadings {

    private static final String CONFIRM = "READING_TO_CONFIRM";
    private static final int LONGEST_BASIS = 500;

    private static final String PROPOSALS = """
            select p.id, p.code, p.value, p.valid_from as "from", p.basis, p.state, p.proposed_by, c.at as proposed_at,
                   p.decided_by
              from ownership.reading_proposal p
              join platform.change c on c.id = p.recorded_by
            """;

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Event<ReadingsChanged> changed;

    @EJB
    private Tasks tasks;

    /** Every reading on record, by code, the latest day first. */
    @RolesAllowed({DEPARTMENT, CHIEF, GCKR, AUDITOR})
    public List<ReadingView> list() {
        return sql.with(
                handle -> handle.createQuery("""
                                select p.code, p.value, p.valid_from as "from", p.basis,
                                       p.valid_from = max(p.valid_from) filter (where p.valid_from <= platform.today())
                                                      over (partition by p.code) is true as in_force,
                                       c.actor as recorded_by, c.at as recorded_at
                                  from ownership.parameter p
                                  left join platform.change c on c.id = p.recorded_by
                                 where p.superseded_by is null
                                 order by p.code, p.valid_from desc""").mapTo(ReadingView.class).list());
    }

    /**
     * Proposes a reading, which then waits for a second person.
     *
     * @throws Problem {@code reading-value-impossible}, {@code reading-basis-required}, {@code text-too-long}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public ReadingProposalView propose(ProposeReading command) {
        if (!command.code().takes(command.value())) {
            throw new Problem(READING_VALUE_IMPOSSIBLE, command.code(), command.value()).at("/value");
        }
        if (command.basis().isBlank()) {
            throw new Problem(READING_BASIS_REQUIRED).at("/basis");
        }
        if (command.basis().length() > LONGEST_BASIS) {
            throw new Problem(PlatformProblem.TEXT_TOO_LONG, "/basis", LONGEST_BASIS).at("/basis");
        }
        var id = UUID.randomUUID();
        long change =
                changes.record("READING_PROPOSED", "READING", command.code().name(), null, command);
        sql.with(handle -> handle.createUpdate("""
                        insert into ownership.reading_proposal
                               (id, code, value, valid_from, basis, state, proposed_by, recorded_by)
                        values (:id, :code, :value, :from, :basis, 'PROPOSED', :by, :change)""")
                .bind("id", id)
                .bind("code", command.code())
                .bind("value", command.value())
                .bind("from", command.from())
                .bind("basis", command.basis().strip())
                .bind("by", caller.login())
                .bind("change", change)
                .execute());
        tasks.open(
                CONFIRM,
                Doer.second(DEPARTMENT, caller.login()),
                "READING",
                id.toString(),
                Map.of("code", command.code(), "value", command.value()),
                null);
        return proposal(id);
    }

    /** Proposals, the latest first. */
    @RolesAllowed({DEPARTMENT, CHIEF, GCKR, AUDITOR})
    public Slice<ReadingProposalView> proposals(PageRequest page) {
        boolean first = page.after().isEmpty();
        var rows = sql.with(handle -> handle.createQuery(PROPOSALS + """
                        where :first or (c.at, p.id) < (cast(:at as timestamptz), cast(:id as uuid))
                        order by c.at desc, p.id desc
                        limit :fetch""")
                .bind("first", first)
                .bind("at", first ? null : page.after().get(0))
                .bind("id", first ? null : page.after().get(1))
                .bind("fetch", page.fetch())
                .mapTo(ReadingProposalView.class)
                .list());
        return Slice.of(
                rows,
                page,
                proposal ->
                        List.of(proposal.proposedAt().toString(), proposal.id().toString()));
    }

    /**
     * One proposal.
     *
     * @throws Problem {@code reading-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, GCKR, AUDITOR})
    public ReadingProposalView proposal(UUID id) {
        return sql.with(handle -> handle.createQuery("""
                        select p.id, p.code, p.value, p.valid_from as "from", p.basis, p.state, p.proposed_by,
                               coalesce(c.at, platform.now()) as proposed_at, p.decided_by
                          from ownership.reading_proposal p
                          join platform.change c on c.id = p.recorded_by
                         where p.id = :id""")
                .bind("id", id)
                .mapTo(ReadingProposalView.class)
                .findOne()
                .orElseThrow(() -> new Problem(READING_UNKNOWN, id)));
    }

    /**
     * Puts a proposed reading in force from its day on; whoever proposed it may not.
     *
     * @throws Problem {@code reading-unknown}, {@code reading-decided}, {@code second-person-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public ReadingProposalView confirm(UUID id) {
        var proposal = open(id);
        if (proposal.proposedBy().equals(caller.login())) {
            throw new Problem(SECOND_PERSON_REQUIRED);
        }
        decide(id, ReadingProposalView.State.CONFIRMED, record(proposal, "READING_CONFIRMED"));
        changed.fire(new ReadingsChanged());
        return proposal(id);
    }

    /**
     * Drops a proposed reading; whoever proposed it may, too.
     *
     * @throws Problem {@code reading-unknown}, {@code reading-decided}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public ReadingProposalView refuse(UUID id) {
        var proposal = open(id);
        decide(
                id,
                ReadingProposalView.State.REFUSED,
                changes.record("READING_REFUSED", "READING", proposal.code().name(), proposal, null));
        return proposal(id);
    }

    /**
     * Reads as proposed for what remains of the caller's transaction, which is then rolled back: to see what would follow.
     *
     * @throws Problem {@code reading-unknown}, {@code reading-decided}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, GCKR, AUDITOR})
    public void suppose(UUID id) {
        record(open(id), "READING_SUPPOSED");
    }

    private ReadingProposalView open(UUID id) {
        sql.with(handle -> handle.createQuery("select id from ownership.reading_proposal where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
        var proposal = proposal(id);
        if (proposal.state() != ReadingProposalView.State.PROPOSED) {
            throw new Problem(READING_DECIDED, proposal.code());
        }
        return proposal;
    }

    /** A reading of the same day is superseded, an earlier one ends by it. */
    private long record(ReadingProposalView proposal, String action) {
        return sql.with(handle -> {
            var before = heldOn(handle, proposal);
            long change = changes.record(action, "READING", proposal.code().name(), before, proposal);
            handle.createUpdate("""
                            update ownership.parameter
                               set superseded_by = :change
                             where code = :code and valid_from = :from and superseded_by is null""")
                    .bind("change", change)
                    .bind("code", proposal.code())
                    .bind("from", proposal.from())
                    .execute();
            handle.createUpdate("""
                            insert into ownership.parameter (code, value, valid_from, basis, recorded_by)
                            values (:code, :value, :from, :basis, :change)""")
                    .bind("code", proposal.code())
                    .bind("value", proposal.value())
                    .bind("from", proposal.from())
                    .bind("basis", proposal.basis())
                    .bind("change", change)
                    .execute();
            return change;
        });
    }

    private static Map<String, Object> heldOn(Handle handle, ReadingProposalView proposal) {
        return handle.createQuery("""
                        select value, cast(valid_from as text) as "from", basis
                          from ownership.parameter
                         where code = :code and valid_from <= :from and superseded_by is null
                         order by valid_from desc
                         limit 1""")
                .bind("code", proposal.code())
                .bind("from", proposal.from())
                .mapToMap()
                .findOne()
                .orElse(Map.of());
    }

    private void decide(UUID id, ReadingProposalView.State state, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update ownership.reading_proposal
                           set state = :state, decided_by = :by, decided_in = :change
                         where id = :id""")
                .bind("state", state)
                .bind("by", caller.login())
                .bind("change", change)
                .bind("id", id)
                .execute());
        tasks.done(CONFIRM, "READING", id.toString());
    }
}
