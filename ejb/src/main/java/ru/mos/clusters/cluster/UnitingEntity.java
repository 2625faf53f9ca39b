package ru.mos.clusters.cluster;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.registry.LegalForm;

/**
 * A legal entity as it is entered for a cluster's organisation. Any INN with right check digits will do, known to a source
 * or not.
 *
 * @param name as entered; where it is null the registry's is shown
 * @param legalForm as its document says; where it is null the verdict looks at the name
 */
public record UnitingEntity(
        Inn inn, @Nullable String name, @Nullable LegalForm legalForm) {

    /** @throws Problem {@code organisation-not-legal-entity}, {@code text-too-long} */
    public UnitingEntity {
        if (!inn.isLegalEntity()) {
            throw new Problem(ClusterProblem.ORGANISATION_NOT_LEGAL_ENTITY).at("/organisation/inn");
        }
        name = Text.optional(name, "/organisation/name");
    }
}
