package ru.mos.clusters.web.cluster;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.cluster.cooperation.AgreementView;
import ru.mos.clusters.cluster.cooperation.CooperationAgreements;
import ru.mos.clusters.platform.DatePeriod;

/** Partners outside of the cluster's organisation, and the agreements with them. */
@Named("partners")
@RequestScoped
public class PartnersTab {

    @EJB
    private CooperationAgreements agreements;

    @Inject
    private AskedCluster asked;

    @Inject
    private ClusterPage card;

    private @Nullable List<AgreementView> all;

    public List<MemberView> getAll() {
        return card.getCard().members().stream()
                .filter(member -> !member.memberOfOrganisation())
                .toList();
    }

    /** All agreements, in force on the card's date or not. */
    public List<AgreementView> getAgreements() {
        if (all == null) {
            all = agreements.list(asked.id(), null);
        }
        return all;
    }

    public boolean inForce(AgreementView agreement) {
        return DatePeriod.of(agreement.from(), agreement.to())
                .contains(card.getCard().asOf());
    }
}
