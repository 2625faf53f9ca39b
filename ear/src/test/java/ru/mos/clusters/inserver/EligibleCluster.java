package ru.mos.clusters.inserver;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.CreateCluster;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.cluster.UnitingEntity;
import ru.mos.clusters.eligibility.Conclusions;
import ru.mos.clusters.eligibility.RecordConclusion;
import ru.mos.clusters.eligibility.rule.PartCode;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;

/** A cluster of the SMEs of {@link Register} about which everything is concluded; what it still needs is their release. */
final class EligibleCluster {

    static final String SECTOR = "INSTRUMENTS";
    static final Inn ORGANISATION = new Inn("7707083893");

    private static final LocalDate FOUNDED = LocalDate.of(2017, 1, 1);

    private EligibleCluster() {}

    static UUID of(Clusters clusters, Memberships memberships, Conclusions conclusions, int first, int members)
            throws Exception {
        var id = InServer.as(
                        "department",
                        () -> clusters.create(new CreateCluster(
                                SECTOR,
                                "Приборы",
                                new UnitingEntity(ORGANISATION, "Ассоциация «Приборы»", null),
                                FOUNDED,
                                null)))
                .id();
        for (var inn : Register.inns(first, members)) {
            InServer.as(
                    "department",
                    () -> memberships.admit(new AdmitMember(
                            id,
                            new Participation(new Inn(inn), null, Set.of(ParticipantRole.OTHER), true),
                            FOUNDED,
                            null)));
        }
        for (var code : PartCode.values()) {
            if (code == PartCode.DECLARATION) {
                for (var inn : Register.inns(first, members)) {
                    conclude(conclusions, id, code + ":" + inn);
                }
            } else if (code.isAsked() && code != PartCode.LEGAL_FORM) {
                conclude(conclusions, id, code.name());
            }
        }
        return id;
    }

    private static void conclude(Conclusions conclusions, UUID cluster, String part) throws Exception {
        var rule = PartCode.valueOf(part.replaceFirst(":.*", "")).rule();
        InServer.as(
                "department",
                () -> conclusions.conclude(new RecordConclusion(
                        cluster,
                        rule,
                        part,
                        true,
                        "Проверено",
                        new Paper("Протокол", "3", LocalDate.of(2017, 2, 1)),
                        FOUNDED,
                        null)));
    }
}
