package ru.mos.clusters.web.recovery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.recovery.BreachView;
import ru.mos.clusters.recovery.Breaches;
import ru.mos.clusters.recovery.RecoveryFilter;
import ru.mos.clusters.recovery.RecoveryOrderView;
import ru.mos.clusters.recovery.RecoveryOrders;
import ru.mos.clusters.web.agreement.AgreementPage;

/** What of the agreement that is shown has to come back. */
@Named
@RequestScoped
public class AgreementRecovery {

    private static final int MOST = 200;

    @EJB
    private Breaches breaches;

    @EJB
    private RecoveryOrders orders;

    @Inject
    private AgreementPage page;

    private @Nullable List<BreachView> found;
    private @Nullable List<RecoveryOrderView> demanded;

    public List<BreachView> getBreaches() {
        if (found == null) {
            found = breaches.of(page.getAgreement().id());
        }
        return found;
    }

    public List<RecoveryOrderView> getOrders() {
        if (demanded == null) {
            demanded = orders.list(new RecoveryFilter(null, page.getAgreement().id(), false), PageRequest.first(MOST))
                    .items();
        }
        return demanded;
    }
}
