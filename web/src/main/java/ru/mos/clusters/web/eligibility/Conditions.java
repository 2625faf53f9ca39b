package ru.mos.clusters.web.eligibility;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.VerdictView.ConclusionRef;
import ru.mos.clusters.eligibility.VerdictView.EntryView;
import ru.mos.clusters.eligibility.VerdictView.FactView;
import ru.mos.clusters.eligibility.VerdictView.FindingView;
import ru.mos.clusters.eligibility.VerdictView.PartView;
import ru.mos.clusters.eligibility.Wording;
import ru.mos.clusters.eligibility.rule.Finding.State;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.PartRef;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Texts;

/** How one condition of a verdict is put into words and drawn. */
@Named
@RequestScoped
public class Conditions {

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    /** Whether the condition is shown unfolded: one not met, or the one the address speaks of. */
    public boolean open(FindingView finding) {
        return finding.outcome() == Outcome.NOT_MET || finding.rule().name().equals(query.value("rule"));
    }

    /** What the condition is called: its number and what it asks for. */
    public String title(RuleCode rule) {
        return texts.with("finding.numbered", rule.number(), texts.get("finding." + rule + ".title"));
    }

    /**
     * What is missing although the figures are reached; else null. A condition can fail in a part that no figure tells
     * of, such as the legal form of the organisation.
     */
    public @Nullable String lacking(FindingView finding) {
        if (finding.outcome() != Outcome.NOT_MET || !reached(finding)) {
            return null;
        }
        var parts = finding.parts().stream()
                .filter(part -> part.outcome() == Outcome.NOT_MET)
                .map(part -> part.name().substring(0, 1).toLowerCase(Language.current())
                        + part.name().substring(1))
                .distinct()
                .collect(Collectors.joining(", "));
        return parts.isEmpty()
                ? texts.get("finding." + finding.rule() + ".NOT_MET")
                : texts.with("finding.lacking", parts);
    }

    private static boolean reached(FindingView finding) {
        int count = finding.measured().count();
        int required = finding.required().count();
        return finding.rule() == RuleCode.E4 ? count <= required : count >= required;
    }

    /** What was counted, in words. */
    public String measured(FindingView finding) {
        return texts.with(
                "finding." + finding.rule() + ".measured",
                finding.measured().count(),
                finding.measured().of());
    }

    /** What is needed, in words. */
    public String required(FindingView finding) {
        return texts.with(
                "finding." + finding.rule() + ".required",
                finding.required().count(),
                finding.required().of(),
                finding.required().share());
    }

    /** By which paragraph, briefly: the act's first word, whether it is a draft, the last of the paragraph. */
    public String cited(Citation citation) {
        var act = citation.act().split(" ", 2)[0];
        var paragraph = citation.paragraph();
        var brief = paragraph.substring(paragraph.lastIndexOf(',') + 1).strip();
        return texts.with("finding.cited." + citation.status(), act, brief);
    }

    /** Whether a gauge says more than the figures: a number against a threshold within the members. */
    public boolean gauged(FindingView finding) {
        return (finding.rule() == RuleCode.E2 || finding.rule() == RuleCode.E3 || finding.rule() == RuleCode.E5)
                && finding.measured().of() > 0;
    }

    /** How full the gauge is, in percent. */
    public long filled(FindingView finding) {
        return Math.round(100.0 * finding.measured().count() / scale(finding));
    }

    /** Where its mark stands, in percent: at the exact share where the condition names one. */
    public long mark(FindingView finding) {
        var share = finding.required().share();
        return share != null
                ? share.numerator().longValueExact() * 100 / share.denominator().longValueExact()
                : Math.round(100.0 * finding.required().count() / scale(finding));
    }

    private static int scale(FindingView finding) {
        return Math.max(finding.measured().of(), finding.required().count());
    }

    /** A fact's value as people read it: a date, a word for a code, else as recorded. */
    public String value(FactView fact) {
        return switch (fact.fact()) {
            case MEMBER_SINCE, SME_SINCE, ORGANISATION_SINCE -> Functions.show(LocalDate.parse(fact.value()));
            case ROLES ->
                Stream.of(fact.value().split(",", -1))
                        .map(role -> texts.orElse("ParticipantRole." + role, role))
                        .collect(Collectors.joining(", "));
            case MAIN_ACTIVITY -> activity(fact.value().split(":", 2));
            case LEGAL_FORM -> texts.orElse("LegalForm." + fact.value(), fact.value());
            case ADMISSION_DOCUMENT -> texts.orElse("DocumentKind." + fact.value(), fact.value());
            default -> texts.orElse("fact." + fact.fact() + "." + fact.value(), fact.value());
        };
    }

    /** {@code 2014:63.11} is a class of the classifier of 2014. */
    private String activity(String[] versionAndCode) {
        return versionAndCode.length < 2
                ? versionAndCode[0]
                : texts.with("fact.MAIN_ACTIVITY." + versionAndCode[0], versionAndCode[1]);
    }

    /** Facts of one source, as one line. */
    public record Group(String facts, String source) {}

    /** What is known of a participant, source by source. */
    public List<Group> groups(EntryView entry) {
        return entry.facts().stream()
                .collect(Collectors.groupingBy(
                        FactView::source,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                fact -> texts.with("finding.fact", fact.name(), value(fact)),
                                Collectors.joining("; "))))
                .entrySet()
                .stream()
                .map(group -> new Group(group.getValue(), group.getKey().name()))
                .toList();
    }

    /** The look of why a participant did not count. */
    public String stateKind(State state) {
        return switch (state) {
            case OUT, NOT_QUALIFIED -> "notmet";
            case UNKNOWN -> "unknown";
            case PARTNER -> "";
        };
    }

    /** Whether a person can answer: nothing on record does. */
    public boolean asks(PartView part) {
        return part.topic().isAsked()
                && part.conclusion() == null
                && (part.outcome() == Outcome.MANUAL || part.outcome() == Outcome.UNKNOWN);
    }

    /** How many parts wait for a person. */
    public long openParts(FindingView finding) {
        return finding.parts().stream().filter(this::asks).count();
    }

    /** The participant a part asks about. */
    public String subject(FindingView finding, Inn inn) {
        return Stream.concat(finding.counted().stream(), finding.notCounted().stream())
                .filter(entry -> entry.inn().equals(inn) && entry.name() != null)
                .map(entry -> texts.with("finding.subject", entry.name(), inn))
                .findFirst()
                .orElse(texts.with("finding.unnamedSubject", inn));
    }

    /** The paper behind a conclusion. */
    public String paper(ConclusionRef conclusion) {
        return texts.with(
                conclusion.documentNumber() == null ? "paper.dated" : "paper.numbered",
                conclusion.documentTitle(),
                conclusion.documentDate(),
                conclusion.documentNumber());
    }

    /** The name of a part of a condition by its code, such as {@code DECLARATION:7700000016}. */
    public String partName(String code) {
        var wording = Wording.in(Language.current());
        return PartRef.named(code)
                .map(part -> {
                    var name = wording.of(part.code());
                    var capital = name.substring(0, 1).toUpperCase(wording.locale()) + name.substring(1);
                    return part.member() == null ? capital : texts.with("finding.partOf", capital, part.member());
                })
                .orElse(code);
    }
}
