package ru.mos.clusters.eligibility;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.VerdictView.ClusterRef;
import ru.mos.clusters.eligibility.VerdictView.ConclusionRef;
import ru.mos.clusters.eligibility.VerdictView.EntryView;
import ru.mos.clusters.eligibility.VerdictView.FactView;
import ru.mos.clusters.eligibility.VerdictView.FindingView;
import ru.mos.clusters.eligibility.VerdictView.Measure;
import ru.mos.clusters.eligibility.VerdictView.Notice;
import ru.mos.clusters.eligibility.VerdictView.OrganisationRef;
import ru.mos.clusters.eligibility.VerdictView.PartView;
import ru.mos.clusters.eligibility.VerdictView.RuleSetRef;
import ru.mos.clusters.eligibility.VerdictView.SourceView;
import ru.mos.clusters.eligibility.rule.Finding;
import ru.mos.clusters.eligibility.rule.Finding.Count;
import ru.mos.clusters.eligibility.rule.Finding.Entry;
import ru.mos.clusters.eligibility.rule.Finding.Fact;
import ru.mos.clusters.eligibility.rule.Finding.Part;
import ru.mos.clusters.eligibility.rule.Message;
import ru.mos.clusters.eligibility.rule.PartCode;
import ru.mos.clusters.eligibility.rule.RecordedConclusion;
import ru.mos.clusters.eligibility.rule.RecordedWaiver;
import ru.mos.clusters.eligibility.rule.Source;
import ru.mos.clusters.eligibility.rule.Verdict;
import ru.mos.clusters.platform.Fraction;

/** Writes a verdict down in one language. */
final class VerdictWriter {

    /** Form of the trace; a change of what the digest covers needs another. */
    private static final String PLAIN = "1";

    /** The form in which a waiver turns what a finding counts as. */
    private static final String WITH_WAIVERS = "2";

    private final Wording wording;

    VerdictWriter(Wording wording) {
        this.wording = wording;
    }

    /** A verdict that no waiver touches keeps the form, and so the digest, it had before there were any. */
    static String traceVersion(Verdict verdict) {
        return verdict.findings().stream().allMatch(finding -> finding.waiver() == null) ? PLAIN : WITH_WAIVERS;
    }

    VerdictView write(Verdict verdict) {
        return new VerdictView(
                        new ClusterRef(verdict.cluster(), verdict.clusterCode(), verdict.clusterName()),
                        organisation(verdict),
                        verdict.asOf(),
                        verdict.knownOn(),
                        new RuleSetRef(verdict.ruleSet(), verdict.ruleSetVersion()),
                        traceVersion(verdict),
                        verdict.outcome(),
                        wording.sentence(verdict.explanation()),
                        verdict.findings().stream().map(this::finding).toList(),
                        null)
                .digested();
    }

    private static @Nullable OrganisationRef organisation(Verdict verdict) {
        var organisation = verdict.organisation();
        return organisation == null ? null : new OrganisationRef(organisation.inn(), organisation.name());
    }

    private FindingView finding(Finding finding) {
        return new FindingView(
                finding.rule(),
                wording.of(finding.rule()),
                finding.outcome(),
                measure(finding.measured(), null),
                measure(finding.required(), finding.share()),
                finding.counted().stream().map(this::entry).toList(),
                finding.notCounted().stream().map(this::entry).toList(),
                finding.parts().stream().map(this::part).toList(),
                notices(finding.warnings()),
                waiver(finding.waiver()),
                finding.citation(),
                wording.sentence(finding.explanation()),
                notices(finding.remedies()));
    }

    private VerdictView.@Nullable Waiver waiver(RecordedWaiver.@Nullable Applied applied) {
        if (applied == null) {
            return null;
        }
        var waiver = applied.waiver();
        return new VerdictView.Waiver(
                waiver.id(),
                waiver.parts(),
                applied.effect(),
                waiver.requestedBy(),
                waiver.by(),
                waiver.statement(),
                waiver.citation(),
                waiver.document(),
                waiver.period().from(),
                waiver.period().until().minusDays(1),
                wording.sentence(List.of(waiver.said(applied.effect()))));
    }

    private static Measure measure(Count count, @Nullable Fraction share) {
        return new Measure(count.count(), count.of(), share);
    }

    private EntryView entry(Entry entry) {
        return new EntryView(
                entry.subject().inn(),
                entry.subject().name(),
                entry.state(),
                entry.why().reason().name(),
                wording.of(entry.why()),
                facts(entry.facts()));
    }

    private List<FactView> facts(List<Fact> facts) {
        return facts.stream()
                .map(fact -> new FactView(fact.code(), wording.of(fact.code()), fact.value(), source(fact.source())))
                .toList();
    }

    private SourceView source(Source source) {
        var kind = wording.of(source.kind());
        return new SourceView(
                source.kind(),
                source.date(),
                source.reference(),
                source.date() == null ? kind : wording.format("verdict.dated", kind, source.date()));
    }

    private PartView part(Part part) {
        var conclusion = part.conclusion();
        return new PartView(
                part.ref().toString(),
                part.ref().code(),
                part.ref().member(),
                name(part.ref().code()),
                part.outcome(),
                conclusion == null ? wording.of(part.said()) : conclusion.statement(),
                conclusion == null ? null : conclusion.by(),
                origin(part),
                conclusion == null ? null : conclusion(conclusion),
                facts(part.facts()));
    }

    private String name(PartCode code) {
        return Wording.capital(wording.of(code));
    }

    private @Nullable SourceView origin(Part part) {
        if (part.conclusion() != null) {
            return source(part.conclusion().source());
        }
        return part.facts().isEmpty() ? null : source(part.facts().get(0).source());
    }

    private static ConclusionRef conclusion(RecordedConclusion conclusion) {
        var until = conclusion.period().untilOrNull();
        return new ConclusionRef(
                conclusion.id(),
                conclusion.document().title(),
                conclusion.document().number(),
                conclusion.document().date(),
                conclusion.period().from(),
                until == null ? null : until.minusDays(1));
    }

    private List<Notice> notices(List<Message> messages) {
        return messages.stream()
                .map(message -> new Notice(message.reason().name(), Wording.capital(wording.of(message))))
                .toList();
    }
}
