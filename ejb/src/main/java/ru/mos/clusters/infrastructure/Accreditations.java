package ru.mos.clusters.infrastructure;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;

/**
 * Accreditation of organisations by the requirements of an act: one employee checks each requirement and proposes it, another
 * gives or refuses it; before it ends a task asks for the next.
 */
@Stateless
@DenyAll
public class Accreditations {

    private static final String DECIDE = "ACCREDITATION_DECIDE";

    @Inject
    private Register register;

    @Inject
    private AccreditationRecords records;

    @Inject
    private InfrastructureDirectory directory;

    @Inject
    private ExpiryTasks expiries;

    @Inject
    private Tasks tasks;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /**
     * Proposes an accreditation; a task asks a second person to decide.
     *
     * @throws Problem {@code infrastructure-unknown}, {@code requirement-unanswered}, {@code requirement-unknown},
     *     {@code accreditation-overlaps}, {@code accreditation-outside-organisation}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public AccreditationView propose(ProposeAccreditation command) {
        register.take(command.organisation(), null);
        var organisation = register.organisation(command.organisation(), command.from());
        if (command.from().isBefore(organisation.from()) || organisation.to() != null) {
            throw new Problem(
                            InfrastructureProblem.ACCREDITATION_OUTSIDE_ORGANISATION,
                            organisation.code(),
                            organisation.from())
                    .at("/from");
        }
        requireAnswers(command, organisation.kind());
        var id = UUID.randomUUID();
        long change = changes.record(
                "ACCREDITATION_PROPOSED", Register.SUBJECT, organisation.id().toString(), null, command);
        var row = new AccreditationRecords.Row(
                id,
                organisation.id(),
                AccreditationState.PROPOSED,
                command.from(),
                command.to(),
                caller.login(),
                null,
                null);
        records.insert(row, change);
        command.checks().forEach(check -> records.add(id, check));
        tasks.open(
                DECIDE,
                Tasks.Doer.second(DEPARTMENT, caller.login()),
                Register.SUBJECT,
                organisation.id().toString(),
                Map.of("code", organisation.code(), "name", organisation.name()),
                null);
        return accreditation(organisation.id(), id);
    }

    private void requireAnswers(ProposeAccreditation command, String kind) {
        var required = directory.requirements(kind, command.from());
        var answered = command.checks().stream()
                .map(ProposeAccreditation.Check::requirement)
                .collect(Collectors.toSet());
        for (var requirement : required) {
            if (!answered.contains(requirement.id())) {
                throw new Problem(InfrastructureProblem.REQUIREMENT_UNANSWERED, requirement.textRu()).at("/checks");
            }
        }
        var known = required.stream()
                .map(InfrastructureDirectory.Requirement::id)
                .collect(Collectors.toCollection(HashSet::new));
        if (answered.size() != command.checks().size() || !known.containsAll(answered)) {
            throw new Problem(InfrastructureProblem.REQUIREMENT_UNKNOWN).at("/checks");
        }
    }

    /**
     * Gives an accreditation that somebody else has proposed.
     *
     * @throws Problem {@code accreditation-unknown}, {@code accreditation-decided}, {@code second-person-required},
     *     {@code requirement-not-met}
     */
    @RolesAllowed(DEPARTMENT)
    public AccreditationView give(UUID id) {
        var row = waiting(id);
        if (row.proposedBy().equals(caller.login())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        var proposed = accreditation(row.organisationId(), id);
        proposed.checks().stream().filter(check -> !check.met()).findFirst().ifPresent(lacking -> {
            throw new Problem(InfrastructureProblem.REQUIREMENT_NOT_MET, lacking.textRu());
        });
        decide(row.decided(AccreditationState.GIVEN, caller.login(), null), "ACCREDITATION_GIVEN");
        expiries.close(row.organisationId());
        expiries.open(time.today());
        return accreditation(row.organisationId(), id);
    }

    /**
     * Refuses an accreditation, or takes it back if it is one's own.
     *
     * @throws Problem {@code accreditation-unknown}, {@code accreditation-decided}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public AccreditationView refuse(UUID id, String reason) {
        var because = Text.required(reason, "/reason");
        var row = waiting(id);
        decide(row.decided(AccreditationState.REFUSED, caller.login(), because), "ACCREDITATION_REFUSED");
        return accreditation(row.organisationId(), id);
    }

    private AccreditationRecords.Row waiting(UUID id) {
        register.take(found(id).organisationId(), null);
        var row = found(id);
        if (row.state() != AccreditationState.PROPOSED) {
            throw new Problem(InfrastructureProblem.ACCREDITATION_DECIDED);
        }
        return row;
    }

    private void decide(AccreditationRecords.Row row, String action) {
        var organisation = row.organisationId().toString();
        long change = changes.record(action, Register.SUBJECT, organisation, null, row);
        records.replace(row, change);
        tasks.done(DECIDE, Register.SUBJECT, organisation);
    }

    /**
     * Ends an accreditation before its term; on its first day or before: it never was in force.
     *
     * @throws Problem {@code accreditation-unknown} also where it ended before
     */
    @RolesAllowed(DEPARTMENT)
    public void withdraw(UUID id, LocalDate from, String reason) {
        var because = Text.required(reason, "/reason");
        register.take(found(id).organisationId(), null);
        var row = found(id);
        if (row.state() != AccreditationState.GIVEN || !from.isBefore(row.validUntil())) {
            throw new Problem(InfrastructureProblem.ACCREDITATION_UNKNOWN);
        }
        long change = changes.record(
                "ACCREDITATION_WITHDRAWN",
                Register.SUBJECT,
                row.organisationId().toString(),
                row,
                new Withdrawn(from, because));
        if (row.validFrom().isBefore(from)) {
            records.replace(row.until(from, because), change);
        } else {
            records.supersede(id, change);
        }
        expiries.open(time.today());
    }

    /** What the record of changes keeps of an end before its term. */
    record Withdrawn(LocalDate from, String reason) {}

    /** Accreditations of an organisation with their checks, the latest first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public List<AccreditationView> of(UUID organisation) {
        return records.of(organisation);
    }

    /** @throws Problem {@code accreditation-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public AccreditationView accreditation(UUID organisation, UUID id) {
        return records.of(organisation).stream()
                .filter(one -> one.id().equals(id))
                .findAny()
                .orElseThrow(() -> new Problem(InfrastructureProblem.ACCREDITATION_UNKNOWN));
    }

    /** Opens a task for each accreditation that ends soon or has ended, with none after it. */
    @RolesAllowed(DEPARTMENT)
    public int review() {
        return expiries.open(time.today());
    }

    private AccreditationRecords.Row found(UUID id) {
        return records.find(id).orElseThrow(() -> new Problem(InfrastructureProblem.ACCREDITATION_UNKNOWN));
    }
}
