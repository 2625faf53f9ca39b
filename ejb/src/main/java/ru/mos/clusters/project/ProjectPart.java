package ru.mos.clusters.project;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.project.ProjectContent.Participant;

/**
 * The part of somebody in a project, to which that somebody consents: a participant to its roles, tasks and money; the
 * organisation of a cluster to that the cluster takes part, whether it leads, and which of its participants do what. The lead
 * organisation consents by applying.
 *
 * @param pointer where the project says it
 * @param cluster null: the part of a participant
 * @param participants of the cluster, as they stand in the project; empty for a participant
 */
record ProjectPart(
        String pointer,
        Inn inn,
        @Nullable UUID cluster,
        boolean leads,
        List<ParticipantRole> roles,
        @Nullable String tasks,
        BigDecimal receives,
        List<Participant> participants)
        implements Serializable {

    /** All that are asked for, in the order of the project; whoever is not named by a right INN yet is left out. */
    static List<ProjectPart> asked(ProjectContent content, GateContext context) {
        var lead = context.lead();
        var parts = new ArrayList<ProjectPart>();
        for (int i = 0; i < content.participants().size(); i++) {
            var one = content.participants().get(i);
            var inn = Projects.inn(one.inn());
            if (inn != null && !inn.equals(lead)) {
                parts.add(new ProjectPart(
                        "/participants/" + i + "/consent",
                        inn,
                        null,
                        false,
                        one.roles(),
                        one.tasks(),
                        one.money(),
                        List.of()));
            }
        }
        for (int i = 0; i < content.clusters().size(); i++) {
            var one = content.clusters().get(i);
            var known = context.clusters().get(one.cluster());
            if (known != null
                    && known.organisation() != null
                    && !known.organisation().equals(lead)) {
                parts.add(new ProjectPart(
                        "/clusters/" + i + "/consent",
                        known.organisation(),
                        one.cluster(),
                        one.lead(),
                        List.of(),
                        null,
                        BigDecimal.ZERO.setScale(2),
                        content.participants().stream()
                                .filter(participant -> Objects.equals(participant.cluster(), one.cluster()))
                                .toList()));
            }
        }
        return List.copyOf(parts);
    }

    /** By which the part is known again, wherever in the project it stands. */
    String digest() {
        return ProjectStore.sha256(String.valueOf(
                Json.write(new ProjectPart("", inn, cluster, leads, roles, tasks, receives, participants))));
    }

    boolean isConsented(GateContext context) {
        return context.consents().contains(new GateContext.Given(inn.digits(), cluster, digest()));
    }
}
