package ru.mos.clusters.web.fulfilment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.fulfilment.FulfilmentView;
import ru.mos.clusters.agreement.fulfilment.Fulfilments;
import ru.mos.clusters.agreement.fulfilment.PlanAndFact;
import ru.mos.clusters.web.agreement.AgreementPage;

/** What came of what the agreement that is shown promises. */
@Named
@RequestScoped
public class AgreementFulfilment {

    @EJB
    private Fulfilments fulfilments;

    @Inject
    private AgreementPage page;

    private @Nullable PlanAndFact standing;
    private @Nullable List<FulfilmentView> facts;

    public PlanAndFact getStanding() {
        if (standing == null) {
            standing = fulfilments.planAndFact(page.getAgreement().id(), null);
        }
        return standing;
    }

    public List<FulfilmentView> getFacts() {
        if (facts == null) {
            facts = fulfilments.of(page.getAgreement().id());
        }
        return facts;
    }
}
