package ru.mos.clusters.web.eligibility;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.ConclusionView;
import ru.mos.clusters.eligibility.Conclusions;
import ru.mos.clusters.eligibility.StoredVerdict;
import ru.mos.clusters.eligibility.VerdictComparison;
import ru.mos.clusters.eligibility.VerdictDifference;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.web.cluster.AskedCluster;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;

/** Verdicts on the cluster that were kept, what changed between two of them, and the conclusions behind them. */
@Named
@RequestScoped
public class VerdictHistory {

    private static final int SHOWN = 100;

    @EJB
    private Verdicts verdicts;

    @EJB
    private Conclusions conclusions;

    @Inject
    private AskedCluster asked;

    @Inject
    private ListQuery query;

    private @Nullable List<StoredVerdict> kept;
    private @Nullable List<ConclusionView> concluded;
    private @Nullable VerdictDifference difference;
    private @Nullable VerdictComparison comparison;

    public List<StoredVerdict> getKept() {
        if (kept == null) {
            kept = verdicts.history(asked.id(), PageRequest.first(SHOWN)).items();
        }
        return kept;
    }

    public List<ConclusionView> getConcluded() {
        if (concluded == null) {
            concluded = conclusions.list(asked.id(), PageRequest.first(SHOWN)).items();
        }
        return concluded;
    }

    /** The address that judges the cluster anew from what was known when the verdict was given. */
    public String replay(StoredVerdict verdict) {
        return asked.replay(verdict.asOf(), verdict.knownOn(), verdict.ruleSet() + ":" + verdict.ruleSetVersion());
    }

    /** The address of what changed up to this verdict from the one kept before it; null for the first. */
    public @Nullable String changes(StoredVerdict verdict) {
        int at = getKept().indexOf(verdict) + 1;
        return at >= getKept().size()
                ? null
                : asked.tab("history") + "&before=" + getKept().get(at).id() + "&after=" + verdict.id() + "#difference";
    }

    /** The address of the verdict beside what the same day looks like now. */
    public String today(StoredVerdict verdict) {
        return asked.tab("history") + "&compare=" + verdict.id() + "#comparison";
    }

    /** The verdict that the address names beside today's knowledge and rules; null where it names none. */
    public @Nullable VerdictComparison getComparison() {
        if (comparison == null && query.text("compare").isPresent()) {
            comparison = verdicts.compare(asked.id(), id("compare"), Language.current());
        }
        return comparison;
    }

    /** What changed between the two verdicts that the address names; null where it names none. */
    public @Nullable VerdictDifference getDifference() {
        if (difference == null
                && query.text("before").isPresent()
                && query.text("after").isPresent()) {
            difference = verdicts.difference(asked.id(), id("before"), id("after"), Language.current());
        }
        return difference;
    }

    /** One of the two verdicts compared. */
    public @Nullable StoredVerdict compared(String which) {
        return getKept().stream()
                .filter(verdict -> verdict.id().toString().equals(query.value(which)))
                .findFirst()
                .orElse(null);
    }

    private UUID id(String name) {
        var text = query.value(name);
        return text.matches("[0-9a-fA-F-]{36}") ? UUID.fromString(text) : new UUID(0, 0);
    }
}
