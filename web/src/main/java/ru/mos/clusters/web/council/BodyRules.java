package ru.mos.clusters.web.council;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.Bodies;
import ru.mos.clusters.call.council.BodyView;
import ru.mos.clusters.call.council.CouncilProblem;
import ru.mos.clusters.call.council.MajorityBase;
import ru.mos.clusters.call.council.RecusedInQuorum;
import ru.mos.clusters.call.council.Regulations;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form by which it is said how a body votes from a day on; it begins with what holds today. */
@Named
@RequestScoped
public class BodyRules {

    private static final String SHARE = "\\s*\\d{1,4}\\s*/\\s*[1-9]\\d{0,3}\\s*";

    @EJB
    private Bodies bodies;

    @Inject
    private ListQuery query;

    private BodyView body;
    private @Nullable LocalDate from;
    private @Nullable String quorum = "1/2";
    private boolean moreThan = true;
    private @Nullable String recused = RecusedInQuorum.ABSENT.name();
    private @Nullable String majority = MajorityBase.ALL_VOTES.name();
    private boolean castingVote = true;
    private boolean inAbsentia;
    private @Nullable String appealDays = "10";
    private final PaperEntry paper = new PaperEntry();

    @PostConstruct
    void open() {
        body = bodies.view(query.value("code"), null);
        var now = body.regulations();
        if (now != null) {
            quorum = now.quorum().numerator() + "/" + now.quorum().denominator();
            moreThan = now.moreThan();
            recused = now.recused().name();
            majority = now.majority().name();
            castingVote = now.castingVote();
            inAbsentia = now.inAbsentia();
            appealDays = Integer.toString(now.appealDays());
        }
    }

    public BodyView getBody() {
        return body;
    }

    public List<Map.Entry<String, String>> getRecusedWays() {
        return CouncilWords.options(RecusedInQuorum.values());
    }

    public List<Map.Entry<String, String>> getMajorities() {
        return CouncilWords.options(MajorityBase.values());
    }

    /** Says it. */
    public String regulate() {
        bodies.regulate(
                body.code(),
                new Regulations(
                        Objects.requireNonNull(from),
                        share(String.valueOf(quorum)),
                        moreThan,
                        RecusedInQuorum.valueOf(String.valueOf(recused)),
                        MajorityBase.valueOf(String.valueOf(majority)),
                        castingVote,
                        inAbsentia,
                        days(String.valueOf(appealDays)),
                        paper.paper()));
        Messages.info("council.regulated");
        return Redirect.to("/council/body.xhtml", "code", body.code(), "asOf", from);
    }

    private static Fraction share(String text) {
        if (!text.matches(SHARE)) {
            throw new Problem(CouncilProblem.REGULATIONS_QUORUM_IMPOSSIBLE).at("/quorum");
        }
        var parts = text.strip().split("\\s*/\\s*", 2);
        return Fraction.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    private static int days(String text) {
        if (!text.strip().matches("\\d{1,3}")) {
            throw new Problem(CouncilProblem.REGULATIONS_APPEAL_TERM_IMPOSSIBLE).at("/appealDays");
        }
        return Integer.parseInt(text.strip());
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable String getQuorum() {
        return quorum;
    }

    public void setQuorum(@Nullable String quorum) {
        this.quorum = quorum;
    }

    public boolean isMoreThan() {
        return moreThan;
    }

    public void setMoreThan(boolean moreThan) {
        this.moreThan = moreThan;
    }

    public @Nullable String getRecused() {
        return recused;
    }

    public void setRecused(@Nullable String recused) {
        this.recused = recused;
    }

    public @Nullable String getMajority() {
        return majority;
    }

    public void setMajority(@Nullable String majority) {
        this.majority = majority;
    }

    public boolean isCastingVote() {
        return castingVote;
    }

    public void setCastingVote(boolean castingVote) {
        this.castingVote = castingVote;
    }

    public boolean isInAbsentia() {
        return inAbsentia;
    }

    public void setInAbsentia(boolean inAbsentia) {
        this.inAbsentia = inAbsentia;
    }

    public @Nullable String getAppealDays() {
        return appealDays;
    }

    public void setAppealDays(@Nullable String appealDays) {
        this.appealDays = appealDays;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
