package ru.mos.clusters.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import ru.mos.clusters.ledger.CarriedOver;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;

/**
 * An agreement whose money was registered again under the next year's limits is paid from those; what the bank was told to pay has to
 * be paid or taken back before. In the transaction of the year end.
 *
 * <p>Source: Budget Code, article 242.
 */
@ApplicationScoped
class YearNews {

    @Inject
    private AgreementStore agreements;

    @Inject
    private Changes changes;

    void carriedOver(@Observes CarriedOver news) {
        for (var id : agreements.kept(news.subject(), news.fromYear(), news.fromKbk())) {
            var underway = agreements.underway(id, news.fromYear());
            if (underway.signum() > 0) {
                throw new Problem(AgreementProblem.AGREEMENT_PAYMENT_UNDERWAY, underway);
            }
            if (agreements.isCommittedLater(id, news.fromYear(), news.toKbk())) {
                throw new Problem(
                        AgreementProblem.AGREEMENT_CODE_OF_LATER_YEARS,
                        news.subject().replace("G-", "СГ-"),
                        news.toKbk());
            }
            long change = changes.record(
                    "AGREEMENT_CARRIED_OVER",
                    Agreements.SUBJECT,
                    id.toString(),
                    Map.of("year", news.fromYear(), "kbk", news.fromKbk()),
                    Map.of("year", news.toYear(), "kbk", news.toKbk()));
            agreements.moveTo(id, news.toYear(), news.toKbk(), change);
        }
    }
}
