package ru.mos.clusters.cluster.cooperation;

import static java.util.stream.Collectors.joining;
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
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.DocumentFile;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.FileType;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;

/** Agreements on cooperation of a cluster with its partners. */
@Stateless
@DenyAll
public class CooperationAgreements {

    private static final long LARGEST = 50L * 1024 * 1024;
    private static final String SUBJECT = "CLUSTER";

    @Inject
    private AgreementQueries queries;

    @Inject
    private Documents store;

    @Inject
    private Changes changes;

    @Inject
    private Sql sql;

    /**
     * Records an agreement.
     *
     * @param file its bytes; null where only the reference is known
     * @param fileName as the file was called; its ending is set by its content
     * @throws Problem {@code period-empty}, {@code agreement-party-not-of-cluster}, {@code agreement-without-partner},
     *     {@code document-empty}, {@code document-type-refused}, {@code body-too-large}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public AgreementView conclude(ConcludeAgreement command, @Nullable InputStream file, String fileName) {
        var period = DatePeriod.of(command.from(), command.to());
        requireParties(command);
        var id = UUID.randomUUID();
        var stored = file == null ? null : store.store(file, LARGEST, incoming -> type(incoming, fileName));
        long change =
                changes.record("AGREEMENT_CONCLUDED", SUBJECT, command.cluster().toString(), null, command);
        var fileId = stored == null ? null : store.register(stored, type(stored.path(), fileName), fileName, change);
        sql.with(handle -> handle.createUpdate("""
                        insert into cluster.cooperation_agreement (id, agreement_id, cluster_id, number, concluded_on, subject,
                               parties, file_id, valid_from, valid_until, recorded_by)
                        values (:row, :id, :cluster, :number, :on, :subject, cast(:parties as text[]), cast(:file as uuid), :from, cast(:until as date),
                                :change)""")
                .bind("row", UUID.randomUUID())
                .bind("id", id)
                .bind("cluster", command.cluster())
                .bind("number", command.number())
                .bind("on", command.concludedOn())
                .bind("subject", command.subject())
                .bind("parties", command.parties().stream().map(Inn::digits).collect(joining(",", "{", "}")))
                .bind("file", fileId)
                .bind("from", period.from())
                .bind("until", period.untilOrNull())
                .bind("change", change)
                .execute());
        return agreement(command.cluster(), id);
    }

    /**
     * Attaches the file of an agreement, in place of an earlier one.
     *
     * @throws Problem {@code agreement-unknown}, {@code document-empty}, {@code document-type-refused},
     *     {@code body-too-large}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public AgreementView attach(UUID cluster, UUID id, InputStream file, String fileName) {
        var agreement = agreement(cluster, id);
        var stored = store.store(file, LARGEST, incoming -> type(incoming, fileName));
        long change = changes.record(
                "AGREEMENT_FILED",
                SUBJECT,
                cluster.toString(),
                null,
                new Filed(agreement.number(), fileName, stored.sha256()));
        var fileId = store.register(stored, type(stored.path(), fileName), fileName, change);
        sql.with(handle -> handle.createUpdate("""
                        with replaced as (
                            update cluster.cooperation_agreement set superseded_by = :change
                             where agreement_id = :id and superseded_by is null
                            returning agreement_id, cluster_id, number, concluded_on, subject, parties, valid_from, valid_until,
                                      ended_because
                        )
                        insert into cluster.cooperation_agreement (id, agreement_id, cluster_id, number, concluded_on, subject,
                               parties, file_id, valid_from, valid_until, ended_because, recorded_by)
                        select :row, agreement_id, cluster_id, number, concluded_on, subject, parties, cast(:file as uuid), valid_from,
                               valid_until, ended_because, :change
                          from replaced""")
                .bind("change", change)
                .bind("id", id)
                .bind("row", UUID.randomUUID())
                .bind("file", fileId)
                .execute());
        return agreement(cluster, id);
    }

    /** What the record of changes keeps of a file. */
    record Filed(String number, String fileName, String sha256) {}

    /**
     * Says that an agreement is in force no more from a day on; on its first day or before: it never was.
     *
     * @throws Problem {@code agreement-unknown} also where it ended before
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public void end(UUID cluster, UUID id, LocalDate from, String reason) {
        var because = Text.required(reason, "/reason");
        var agreement = agreement(cluster, id);
        if (!from.isBefore(DatePeriod.of(agreement.from(), agreement.to()).until())) {
            throw new Problem(CooperationProblem.AGREEMENT_UNKNOWN);
        }
        long change = changes.record(
                "AGREEMENT_ENDED", SUBJECT, cluster.toString(), agreement.number(), new Ended(id, from, because));
        sql.with(handle -> handle.createUpdate("""
                        with ended as (
                            update cluster.cooperation_agreement set superseded_by = :change
                             where agreement_id = :id and superseded_by is null
                            returning agreement_id, cluster_id, number, concluded_on, subject, parties, file_id, valid_from
                        )
                        insert into cluster.cooperation_agreement (id, agreement_id, cluster_id, number, concluded_on, subject,
                               parties, file_id, valid_from, valid_until, ended_because, recorded_by)
                        select :row, agreement_id, cluster_id, number, concluded_on, subject, parties, file_id, valid_from,
                               :from, :because, :change
                          from ended
                         where valid_from < :from""")
                .bind("change", change)
                .bind("id", id)
                .bind("row", UUID.randomUUID())
                .bind("from", from)
                .bind("because", because)
                .execute());
    }

    /** What the record of changes keeps of an end. */
    record Ended(UUID agreement, LocalDate from, String reason) {}

    /** Agreements of a cluster, the latest first: those in force on a day, or all (null). */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public List<AgreementView> list(UUID cluster, @Nullable LocalDate asOf) {
        return queries.agreements(cluster, null, asOf);
    }

    /** @throws Problem {@code agreement-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public AgreementView agreement(UUID cluster, UUID id) {
        return queries.agreements(cluster, id, null).stream()
                .findAny()
                .orElseThrow(() -> new Problem(CooperationProblem.AGREEMENT_UNKNOWN));
    }

    /**
     * The file of an agreement.
     *
     * @throws Problem {@code agreement-unknown}, {@code agreement-without-file}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public DocumentFile file(UUID cluster, UUID id) {
        var file = agreement(cluster, id).file();
        if (file == null) {
            throw new Problem(CooperationProblem.AGREEMENT_WITHOUT_FILE);
        }
        return new DocumentFile(store.path(file.sha256()), file.name(), file.mediaType(), file.size());
    }

    private void requireParties(ConcludeAgreement command) {
        var known = queries.known(command.cluster(), command.parties(), command.from());
        for (var inn : command.parties()) {
            if (known.stream().noneMatch(party -> party.inn().equals(inn))) {
                throw new Problem(CooperationProblem.AGREEMENT_PARTY_NOT_OF_CLUSTER, inn, command.from())
                        .at("/parties");
            }
        }
        if (known.stream().noneMatch(AgreementView.PartyView::isPartner)) {
            throw new Problem(CooperationProblem.AGREEMENT_WITHOUT_PARTNER, command.from()).at("/parties");
        }
    }

    private static FileType type(Path file, String fileName) {
        return FileType.of(file).orElseThrow(() -> new Problem(PlatformProblem.DOCUMENT_TYPE_REFUSED, fileName));
    }
}
