package ru.mos.clusters.web.ownership;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.ownership.AffiliationView;
import ru.mos.clusters.ownership.Ownership;
import ru.mos.clusters.ownership.OwnershipWords;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;

/** Whether two parties are affiliated on a date: the proof, the certificate, or what is missing. */
@Named
@RequestScoped
public class PairPage {

    @Inject
    private Ownership ownership;

    @Inject
    private PictureDrawing drawings;

    @Inject
    private ListQuery query;

    @Inject
    private Time time;

    private @Nullable AffiliationView pair;
    private @Nullable Drawing drawing;

    /** Reads whom the address asks about; answers on paper where it asks for that. */
    public void open() throws IOException {
        var a = query.read("a", PartyIds::read);
        var b = query.read("b", PartyIds::read);
        var asOf = query.asOf(time.today());
        var knownOn = query.date("knownOn").map(Time::endOf).orElse(null);
        var profile = query.choice("profile", AffiliationProfile.class).orElse(AffiliationProfile.AFF_948);
        if (a.isEmpty() || b.isEmpty() || query.isFaulty()) {
            return;
        }
        if (query.value("print").equals("pdf")) {
            var pdf = ownership.print(a.get(), b.get(), asOf, knownOn, profile, Language.current());
            Faces.sendFile(new ByteArrayInputStream(pdf), "affiliation.pdf", false);
            return;
        }
        pair = ownership.affiliation(a.get(), b.get(), asOf, knownOn, profile);
    }

    /** Null until both are named. */
    public @Nullable AffiliationView getPair() {
        return pair;
    }

    /** The answer in one sentence. */
    public String getExplanation() {
        return pair == null ? "" : OwnershipWords.explanation(pair, Language.current());
    }

    public @Nullable Drawing getDrawing() {
        if (drawing == null && pair != null && pair.proof() != null) {
            drawing = drawings.proof(pair);
        }
        return drawing;
    }

    /** The facts of the proof, each once. */
    public List<AffiliationView.Edge> getFacts() {
        return pair == null || pair.proof() == null
                ? List.of()
                : pair.proof().paths().stream()
                        .flatMap(path -> path.edges().stream())
                        .distinct()
                        .toList();
    }

    /** Whether the proof adds up shares. */
    public boolean isMeasured() {
        return pair != null
                && pair.proof() != null
                && pair.proof().sum() != null
                && pair.proof().sum().compareTo(Fraction.ZERO) > 0;
    }

    /** Whether two persons of one name stand in the way. */
    public boolean isAlike() {
        return pair != null
                && pair.missing().stream()
                        .anyMatch(gap -> gap.what() == ru.mos.clusters.ownership.graph.Missing.SAME_NAME);
    }
}
