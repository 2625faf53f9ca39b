package ru.mos.clusters.web.expertise;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallTerms.Criterion;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.application.ApplicationProblem;
import ru.mos.clusters.call.application.ApplicationView;
import ru.mos.clusters.call.application.Applications;
import ru.mos.clusters.call.assessment.AssessmentBoard;
import ru.mos.clusters.call.assessment.AssessmentView;
import ru.mos.clusters.call.assessment.Assessments;
import ru.mos.clusters.call.assessment.Assignments;
import ru.mos.clusters.call.assessment.BoardRow;
import ru.mos.clusters.call.assessment.ConflictView;
import ru.mos.clusters.call.assessment.Conflicts;
import ru.mos.clusters.call.assessment.DiscussionView;
import ru.mos.clusters.call.assessment.GiveOpinion;
import ru.mos.clusters.call.assessment.OpinionView;
import ru.mos.clusters.call.assessment.Opinions;
import ru.mos.clusters.ownership.OwnershipWords;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The assessment of one application, for those who organise and watch it. */
@Named
@RequestScoped
public class ExpertiseApplication {

    private static final int MOST = 100;

    @EJB
    private AssessmentBoard board;

    @EJB
    private Assignments assignments;

    @EJB
    private Assessments assessments;

    @EJB
    private Conflicts conflicts;

    @EJB
    private Opinions opinions;

    @EJB
    private Applications applications;

    @EJB
    private Calls calls;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private BoardRow row;
    private ApplicationView application;
    private List<Criterion> criteria;
    private List<ConflictView> found;
    private List<AssessmentView> given;
    private @Nullable DiscussionView discussion;
    private @Nullable OpinionView opinion;
    private @Nullable List<AssessmentBoard.Candidate> candidates;
    private @Nullable String expert;
    private @Nullable String reason;
    private final OpinionEntry opinionEntry = new OpinionEntry();

    /** An opinion as it is typed. */
    public static final class OpinionEntry {
        private boolean synergyMet;
        private boolean noveltyMet;
        private boolean budgetMet;
        private @Nullable String synergy;
        private @Nullable String novelty;
        private @Nullable String budget;
        private final PaperEntry paper = new PaperEntry();

        public boolean isSynergyMet() {
            return synergyMet;
        }

        public void setSynergyMet(boolean met) {
            synergyMet = met;
        }

        public boolean isNoveltyMet() {
            return noveltyMet;
        }

        public void setNoveltyMet(boolean met) {
            noveltyMet = met;
        }

        public boolean isBudgetMet() {
            return budgetMet;
        }

        public void setBudgetMet(boolean met) {
            budgetMet = met;
        }

        public @Nullable String getSynergy() {
            return synergy;
        }

        public void setSynergy(@Nullable String synergy) {
            this.synergy = synergy;
        }

        public @Nullable String getNovelty() {
            return novelty;
        }

        public void setNovelty(@Nullable String novelty) {
            this.novelty = novelty;
        }

        public @Nullable String getBudget() {
            return budget;
        }

        public void setBudget(@Nullable String budget) {
            this.budget = budget;
        }

        public PaperEntry getPaper() {
            return paper;
        }
    }

    @PostConstruct
    void open() {
        row = board.row(id(query.value("id")));
        application = applications.view(row.application());
        criteria = calls.view(application.call()).terms().criteria();
        found = conflicts.list(row.application(), PageRequest.first(MOST)).items();
        given = assessments.of(row.application());
        discussion = assessments.discussion(row.application()).orElse(null);
        opinion = opinions.opinion(row.application()).orElse(null);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Problem(ApplicationProblem.CALL_APPLICATION_UNKNOWN);
        }
    }

    public BoardRow getRow() {
        return row;
    }

    public boolean isWriter() {
        return caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.GCKR);
    }

    public ApplicationView getApplication() {
        return application;
    }

    public List<AssessmentBoard.Candidate> getCandidates() {
        if (candidates == null) {
            candidates = board.candidates(row.application());
        }
        return candidates;
    }

    public List<ConflictView> getConflicts() {
        return found;
    }

    public List<AssessmentView> getAssessments() {
        return given;
    }

    public @Nullable DiscussionView getDiscussion() {
        return discussion;
    }

    public @Nullable OpinionView getOpinion() {
        return opinion;
    }

    /** The name of a criterion of the call in the language of the page. */
    public String criterion(String code) {
        boolean english = Language.current().getLanguage().equals("en");
        return criteria.stream()
                .filter(one -> code.equals(one.code()))
                .map(one -> String.valueOf(english ? one.nameEn() : one.nameRu()))
                .findFirst()
                .orElse(code);
    }

    /** A share in percent. */
    public String percent(@Nullable Fraction share) {
        return share == null ? "" : OwnershipWords.percent(share, Language.current());
    }

    public String assign() {
        assignments.assign(row.application(), String.valueOf(expert));
        return done("expertise.assigned");
    }

    public String close() {
        assessments.close(row.application(), String.valueOf(reason));
        return done("expertise.discussionClosed");
    }

    public String opine() {
        opinions.give(new GiveOpinion(
                row.application(),
                new GiveOpinion.Said(opinionEntry.isSynergyMet(), said(opinionEntry.getSynergy())),
                new GiveOpinion.Said(opinionEntry.isNoveltyMet(), said(opinionEntry.getNovelty())),
                new GiveOpinion.Said(opinionEntry.isBudgetMet(), said(opinionEntry.getBudget())),
                opinionEntry.getPaper().paper()));
        return done("expertise.opined");
    }

    private static String said(@Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }

    private String done(String result) {
        Messages.info(result);
        return Redirect.to("/expertise/application.xhtml", "id", row.application());
    }

    public OpinionEntry getEntry() {
        return opinionEntry;
    }

    public @Nullable String getExpert() {
        return expert;
    }

    public void setExpert(@Nullable String expert) {
        this.expert = expert;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
