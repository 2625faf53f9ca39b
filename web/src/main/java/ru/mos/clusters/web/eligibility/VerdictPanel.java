package ru.mos.clusters.web.eligibility;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.RuleSetView;
import ru.mos.clusters.eligibility.StillValid;
import ru.mos.clusters.eligibility.StoredVerdict;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.VerdictView;
import ru.mos.clusters.eligibility.VerdictView.EntryView;
import ru.mos.clusters.eligibility.VerdictView.FactView;
import ru.mos.clusters.eligibility.VerdictView.SourceView;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.eligibility.rule.Source;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.TaskView;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.web.cluster.AskedCluster;
import ru.mos.clusters.web.shell.ChangeWords;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.Texts;

/** The verdict on a cluster as its card shows it: the answer first, then the conditions, then what each rests on. */
@Named
@RequestScoped
public class VerdictPanel {

    /** So many kept verdicts are looked through for one that came to something else. */
    private static final int LOOKED_BACK = 25;

    @EJB
    private Verdicts verdicts;

    @EJB
    private Tasks tasks;

    @Inject
    private AskedCluster asked;

    @Inject
    private Texts texts;

    @Inject
    private ChangeWords words;

    private @Nullable VerdictView verdict;
    private @Nullable List<StoredVerdict> kept;
    private @Nullable List<TaskView> open;
    /** At most one; null until asked for. */
    private @Nullable List<StillValid> still;

    public VerdictView getVerdict() {
        if (verdict == null) {
            var ask = new VerdictQuery(asked.id(), asked.asOf(), asked.knownOn(), asked.ruleSet());
            verdict = verdicts.verdict(ask, Language.current());
        }
        return verdict;
    }

    /** An earlier decision that a transition clause keeps valid on the day; null where none is. */
    public @Nullable StillValid getStillValid() {
        if (still == null) {
            still = verdicts.stillValid(asked.id(), asked.asOf()).stream().toList();
        }
        return still.isEmpty() ? null : still.get(0);
    }

    /** The answer in one sentence. */
    public String getHeadline() {
        var outcome = getVerdict().outcome();
        var about = getVerdict().findings().stream()
                .filter(finding -> effect(finding) == decisive(outcome))
                .map(finding -> texts.get("finding." + finding.rule() + "." + effect(finding)))
                .collect(Collectors.joining(", "));
        var waived = waived();
        return outcome == Eligibility.ELIGIBLE && !waived.isEmpty()
                ? texts.with("verdict.ELIGIBLE.waived", waived)
                : texts.with("verdict." + outcome, about);
    }

    /** The numbers of the conditions that count as met by a waiver alone. */
    private String waived() {
        return getVerdict().findings().stream()
                .filter(finding -> effect(finding) != finding.outcome())
                .map(finding -> Integer.toString(finding.rule().number()))
                .collect(Collectors.joining(", "));
    }

    /** What a condition counts as in the whole: a waiver may turn it. */
    private static Outcome effect(VerdictView.FindingView finding) {
        var waiver = finding.waiver();
        return waiver == null ? finding.outcome() : waiver.effect();
    }

    private static Outcome decisive(Eligibility outcome) {
        return switch (outcome) {
            case ELIGIBLE -> Outcome.MET;
            case NOT_ELIGIBLE -> Outcome.NOT_MET;
            case UNKNOWN -> Outcome.UNKNOWN;
            case MANUAL -> Outcome.MANUAL;
        };
    }

    /** The look of an outcome, of the whole or of a part. */
    public String kind(Enum<?> outcome) {
        return outcome == Eligibility.ELIGIBLE
                ? "met"
                : outcome == Eligibility.NOT_ELIGIBLE
                        ? "notmet"
                        : outcome.name().toLowerCase(java.util.Locale.ROOT).replace("_", "");
    }

    /** The release of the tax service that the verdict rests on; null where none speaks. */
    public @Nullable LocalDate getRelease() {
        return getVerdict().findings().stream()
                .flatMap(finding -> Stream.concat(finding.counted().stream(), finding.notCounted().stream()))
                .flatMap(entry -> entry.facts().stream())
                .map(FactView::source)
                .filter(source -> source.kind() == Source.Kind.SME_RELEASE)
                .map(SourceView::date)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether an act behind a condition is but a draft, so that the conclusion binds nobody. */
    public boolean isDraft() {
        return getVerdict().findings().stream()
                .anyMatch(finding -> finding.citation().status() == Citation.Status.DRAFT);
    }

    /** The act behind the conditions. */
    public String getActs() {
        return getVerdict().findings().stream()
                .map(finding -> finding.citation().act())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** The latest kept verdict that came to something else, if the present one is kept too; else null. */
    public @Nullable StoredVerdict getBefore() {
        return present().isEmpty()
                ? null
                : kept().stream()
                        .filter(stored -> stored.outcome() != getVerdict().outcome())
                        .findFirst()
                        .orElse(null);
    }

    /** The kept verdict equal to the one shown. */
    private Optional<StoredVerdict> present() {
        return kept().stream()
                .limit(1)
                .filter(stored -> stored.outcome() == getVerdict().outcome() && asked.isNow())
                .findFirst();
    }

    /** The address of what changed since. */
    public @Nullable String getWhatChanged() {
        var before = getBefore();
        return before == null
                ? null
                : asked.tab("history") + "&before=" + before.id() + "&after="
                        + present().orElseThrow().id() + "#difference";
    }

    private List<StoredVerdict> kept() {
        if (kept == null) {
            kept = verdicts.history(asked.id(), PageRequest.first(LOOKED_BACK)).items();
        }
        return kept;
    }

    /** The open task about the cluster that is due first; null where there is none. */
    public @Nullable TaskView getTask() {
        if (open == null) {
            open = tasks.about("CLUSTER", asked.id().toString());
        }
        return open.isEmpty() ? null : open.get(0);
    }

    /** Who has to do the task: a person by name, or whoever has the role. */
    public String getDoer() {
        var task = java.util.Objects.requireNonNull(getTask());
        return task.login() == null ? texts.get("role." + task.role()) : String.valueOf(words.who(task.login()));
    }

    /** What to do first so that the cluster comes to meet the conditions; null where nothing is missing. */
    public @Nullable String getFirstStep() {
        return getVerdict().findings().stream()
                .filter(finding -> effect(finding) == decisive(getVerdict().outcome()))
                .flatMap(finding -> finding.remedies().stream())
                .map(VerdictView.Notice::message)
                .findFirst()
                .orElse(null);
    }

    /** Rule sets to choose from. */
    public List<Map.Entry<String, String>> getRuleSets() {
        return verdicts.ruleSets().stream()
                .map(rules -> Map.entry(rules.code() + ":" + rules.version(), name(rules)))
                .toList();
    }

    private String name(RuleSetView rules) {
        var name = Language.current().getLanguage().equals("en") ? rules.nameEn() : rules.nameRu();
        return texts.with("verdict.ruleSet", name, rules.version());
    }

    /** Standing in the register by participant, as the second condition has it. */
    public Map<Inn, EntryView> getStandings() {
        return getVerdict().findings().stream()
                .filter(finding -> finding.rule() == RuleCode.E2)
                .flatMap(finding -> Stream.concat(finding.counted().stream(), finding.notCounted().stream()))
                .collect(Collectors.toMap(EntryView::inn, Function.identity(), (one, same) -> one));
    }
}
