package ru.mos.clusters.web.ownership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.ownership.AffiliationView;
import ru.mos.clusters.ownership.OwnershipWords;
import ru.mos.clusters.ownership.graph.Link;
import ru.mos.clusters.ownership.graph.Missing;
import ru.mos.clusters.ownership.graph.PairVerdict;
import ru.mos.clusters.platform.Citation;

/**
 * The answer for a pair as the contract shows it, with one sentence in the language asked for.
 *
 * @param explanation why, and what to do
 */
public record PairAnswer(
        AffiliationView.Who a,
        AffiliationView.Who b,
        LocalDate asOf,
        @Nullable Instant knownOn,
        PairVerdict verdict,
        AffiliationProfile profile,
        Citation citation,
        @Nullable Link reason,
        AffiliationView.@Nullable Proof proof,
        List<AffiliationView.Examined> examined,
        List<Gap> missing,
        String explanation) {

    /** What is not known about whom, and who can supply it. */
    public record Gap(String party, String name, Missing what, String why, String supplier) {}

    static PairAnswer of(AffiliationView view, Locale locale) {
        return new PairAnswer(
                view.a(),
                view.b(),
                view.asOf(),
                view.knownOn(),
                view.verdict(),
                view.profile(),
                view.citation(),
                view.reason(),
                view.proof(),
                view.examined(),
                view.missing().stream()
                        .map(gap -> new Gap(
                                gap.party().id(),
                                gap.party().name(),
                                gap.what(),
                                OwnershipWords.missing(gap.what(), locale),
                                OwnershipWords.supplier(gap.what(), locale)))
                        .toList(),
                OwnershipWords.explanation(view, locale));
    }
}
