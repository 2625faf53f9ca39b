package ru.mos.clusters.web.agreement;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.ClusterSuccession;
import ru.mos.clusters.agreement.SuccessionView;
import ru.mos.clusters.agreement.Successions;

/** Who took whose place under the agreement that is shown. */
@Named
@RequestScoped
public class AgreementSuccession {

    @EJB
    private Successions successions;

    @Inject
    private AgreementPage page;

    private @Nullable List<SuccessionView> steps;
    private @Nullable List<ClusterSuccession> clusters;
    private @Nullable Boolean acting;

    public List<SuccessionView> getSteps() {
        if (steps == null) {
            steps = successions.of(page.getAgreement().id());
        }
        return steps;
    }

    public List<ClusterSuccession> getClusters() {
        if (clusters == null) {
            clusters = successions.clusters(page.getAgreement().id());
        }
        return clusters;
    }

    /** Whether the person writes under the agreement; who acts for a predecessor only reads. */
    public boolean isActing() {
        if (acting == null) {
            acting = successions.isActing(page.getAgreement().id());
        }
        return acting;
    }
}
