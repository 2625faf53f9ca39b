package ru.mos.clusters.remote;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;
import static ru.mos.clusters.remote.RemoteAnswers.answered;
import static ru.mos.clusters.remote.RemoteAnswers.language;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.VerdictView;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.registry.Entities;
import ru.mos.clusters.registry.EntityCard;

/** The remote door over the same services as the others. */
@Stateless(name = "ClusterSupport")
@DenyAll
public class ClusterSupportBean implements ClusterSupport {

    @Inject
    private Entities entities;

    @Inject
    private Clusters clusters;

    @Inject
    private Verdicts verdicts;

    @Override
    @RolesAllowed({DEPARTMENT, GCKR, AUDITOR, SERVICE})
    public EntityAnswer entity(String inn, @Nullable LocalDate asOf) throws RemoteProblem {
        return answered(ProblemTexts.RUSSIAN, () -> answer(entities.card(new Inn(inn), asOf, null)));
    }

    @Override
    @RolesAllowed({DEPARTMENT, GCKR, AUDITOR, SERVICE})
    public VerdictAnswer verdict(String cluster, @Nullable LocalDate asOf, String language) throws RemoteProblem {
        var locale = language(language);
        return answered(
                locale,
                () -> answer(verdicts.verdict(new VerdictQuery(clusters.resolve(cluster), asOf, null, null), locale)));
    }

    private static EntityAnswer answer(EntityCard card) {
        var activity = card.mainActivity();
        return new EntityAnswer(
                card.inn().digits(),
                card.ogrn(),
                card.kind() == null ? null : card.kind().name(),
                card.name(),
                card.region(),
                card.sme().status().name(),
                card.sme().category() == null ? null : card.sme().category().name(),
                card.sme().since(),
                activity == null ? null : activity.code());
    }

    private static VerdictAnswer answer(VerdictView verdict) {
        var conditions = verdict.findings().stream()
                .map(finding -> new VerdictAnswer.Condition(
                        finding.rule().name(),
                        finding.outcome().name(),
                        finding.explanation(),
                        finding.citation().act() + ", " + finding.citation().paragraph()))
                .toList();
        return new VerdictAnswer(
                verdict.cluster().code(),
                verdict.cluster().name(),
                verdict.asOf(),
                verdict.knownOn(),
                verdict.outcome().name(),
                verdict.explanation(),
                conditions,
                Objects.requireNonNull(verdict.digest()),
                Objects.requireNonNull(Json.write(verdict)));
    }
}
