package ru.mos.clusters.web.support;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.support.CheckQuery;
import ru.mos.clusters.support.SupportChecks;
import ru.mos.clusters.support.SupportProblem;
import ru.mos.clusters.support.SupportVerdict;
import ru.mos.clusters.support.SupportWords;
import ru.mos.clusters.support.rule.GivenSupport;
import ru.mos.clusters.support.rule.SupportFinding;
import ru.mos.clusters.support.rule.SupportOutcome;
import ru.mos.clusters.support.rule.SupportSource;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Texts;

/** Asks whether support may be given; the address keeps the question, so that the answer can be sent to a colleague. */
@Named
@RequestScoped
public class SupportCheckPage {

    @EJB
    private SupportChecks checks;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private @Nullable SupportVerdict verdict;
    private @Nullable Inn inn;
    private @Nullable LocalDate asOf;

    /** Asks what the address asks. */
    public void answer() {
        inn = query.read("inn", Inn::new).orElse(null);
        asOf = query.date("asOf").orElse(null);
        if (inn != null && !query.isFaulty()) {
            var recipient = inn;
            verdict = query.read("kind", kind -> ask(recipient, kind)).orElse(null);
        }
    }

    private SupportVerdict ask(Inn recipient, String kind) {
        var chosen = kind.split("/", 2);
        if (chosen.length < 2) {
            throw new Problem(SupportProblem.SUPPORT_KIND_UNKNOWN, kind, "", "");
        }
        return checks.check(new CheckQuery(
                recipient, chosen[0], chosen[1], query.text("purpose").orElse(null), asOf, null));
    }

    /** The answer; null while the question is not whole. */
    public @Nullable SupportVerdict getVerdict() {
        return verdict;
    }

    /** What both registers show of the recipient, whatever its form and kind. */
    public List<GivenSupport> getGiven() {
        return verdict == null ? List.of() : checks.given(verdict.inn(), verdict.on(), null);
    }

    /** Support of which a person has to say whether it is the planned one: each stands beside it. */
    public List<GivenSupport> getCompared() {
        return verdict == null
                ? List.of()
                : verdict.findings().stream()
                        .filter(finding -> finding.outcome() == SupportOutcome.MANUAL)
                        .map(SupportFinding::support)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** What a finding says. */
    public String explain(SupportFinding finding) {
        return verdict == null ? "" : SupportWords.explain(finding, verdict.register(), Language.current());
    }

    /** Where a fact stands. */
    public String source(SupportSource source) {
        return switch (source.kind()) {
            case OWN_RECORD -> texts.with("check.ownRecord", source.document());
            case TAX_SERVICE -> texts.with("check.taxService", source.stateOn());
            case NO_RECORD -> texts.get("check.noRecord");
        };
    }
}
