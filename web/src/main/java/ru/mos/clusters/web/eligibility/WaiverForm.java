package ru.mos.clusters.web.eligibility;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.ActView.ActStanding;
import ru.mos.clusters.eligibility.Acts;
import ru.mos.clusters.eligibility.RequestWaiver;
import ru.mos.clusters.eligibility.VerdictView.FindingView;
import ru.mos.clusters.eligibility.VerdictView.PartView;
import ru.mos.clusters.eligibility.Waivers;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.web.cluster.AskedCluster;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** Asks for a waiver of a condition, or of some of its parts, by an act in force. */
@Named
@RequestScoped
public class WaiverForm {

    private static final int MOST_ACTS = 500;

    @Inject
    private Waivers waivers;

    @Inject
    private Acts laws;

    @Inject
    private AskedCluster asked;

    @Inject
    private VerdictPanel panel;

    @Inject
    private Conditions conditions;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private List<String> parts = List.of();
    private @Nullable String statement;
    private @Nullable String act;
    private @Nullable String paragraph;
    private final PaperEntry paper = new PaperEntry();
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable List<Map.Entry<String, String>> acts;

    @PostConstruct
    void open() {
        validFrom = asked.asOf();
    }

    /** Whether the address says which condition. */
    public boolean isReady() {
        return getFindings().stream().anyMatch(this::isAsked);
    }

    private boolean isAsked(FindingView finding) {
        return finding.rule().name().equals(query.value("rule"));
    }

    public List<FindingView> getFindings() {
        return panel.getVerdict().findings();
    }

    /** The condition that the address speaks of. */
    public FindingView getFinding() {
        return getFindings().stream()
                .filter(this::isAsked)
                .findFirst()
                .orElse(getFindings().get(0));
    }

    /** Its parts that are not confirmed. */
    public List<PartView> getOpen() {
        return getFinding().parts().stream()
                .filter(part -> part.outcome() != Outcome.MET)
                .toList();
    }

    /** What a part is called where several stand side by side. */
    public String label(PartView part) {
        if (part.inn() == null) {
            return part.name();
        }
        return part.topic().isAsked() ? conditions.subject(getFinding(), part.inn()) : part.statement();
    }

    /** Acts in force, each in its edition of today. */
    public List<Map.Entry<String, String>> getActs() {
        if (acts == null) {
            acts = laws.list(null, ActStanding.IN_FORCE, null, PageRequest.first(MOST_ACTS)).items().stream()
                    .map(law -> Map.entry(
                            law.code() + "/" + (law.edition() == null ? "" : law.edition()),
                            law.edition() == null
                                    ? law.title()
                                    : texts.with("acts.titled", law.title(), law.edition())))
                    .toList();
        }
        return acts;
    }

    public String request() {
        var cited = requireNonNull(act).split("/", -1);
        var view = waivers.request(new RequestWaiver(
                asked.id(),
                getFinding().rule(),
                parts,
                requireNonNull(statement),
                cited[0],
                cited.length < 2 || cited[1].isEmpty() ? null : LocalDate.parse(cited[1]),
                requireNonNull(paragraph),
                paper.paper(),
                requireNonNull(validFrom),
                requireNonNull(validTo)));
        Messages.info("waiver.requested");
        return Redirect.to("/cluster/waiver.xhtml", "id", asked.id(), "waiver", view.id());
    }

    public List<String> getParts() {
        return parts;
    }

    public void setParts(List<String> parts) {
        this.parts = parts;
    }

    public @Nullable String getStatement() {
        return statement;
    }

    public void setStatement(@Nullable String statement) {
        this.statement = statement;
    }

    public @Nullable String getAct() {
        return act;
    }

    public void setAct(@Nullable String act) {
        this.act = act;
    }

    public @Nullable String getParagraph() {
        return paragraph;
    }

    public void setParagraph(@Nullable String paragraph) {
        this.paragraph = paragraph;
    }

    public PaperEntry getPaper() {
        return paper;
    }

    public @Nullable LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(@Nullable LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public @Nullable LocalDate getValidTo() {
        return validTo;
    }

    public void setValidTo(@Nullable LocalDate validTo) {
        this.validTo = validTo;
    }
}
