package ru.mos.clusters.web.rules;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.OutcomeChange;
import ru.mos.clusters.eligibility.draft.DraftEvent;
import ru.mos.clusters.eligibility.draft.DraftProblem;
import ru.mos.clusters.eligibility.draft.RuleCommentView;
import ru.mos.clusters.eligibility.draft.RuleDraftView;
import ru.mos.clusters.eligibility.draft.RuleDrafts;
import ru.mos.clusters.eligibility.draft.RuleState;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A draft of the rules on its way to law: what keeps it, what people say of it, what would follow, what may be done. */
@Named
@RequestScoped
public class RuleDraftPage {

    @EJB
    private RuleDrafts drafts;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    @Inject
    private RuleWords words;

    private RuleDraftView draft;
    private @Nullable List<Fault> faults;
    private @Nullable List<OutcomeChange> changes;
    private @Nullable String days = "10";
    private @Nullable String said;
    private @Nullable String answer;
    private @Nullable String reason;

    /** What the gate has found, with the address where it is mended; null where it is mended on this page. */
    public record Fault(String text, @Nullable String page) {}

    @PostConstruct
    void open() {
        draft = drafts.view(id(query.value("id")));
    }

    static UUID id(String text) {
        return Optional.of(text)
                .filter(id -> id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString)
                .orElseThrow(() -> new Problem(DraftProblem.RULE_DRAFT_UNKNOWN, text));
    }

    public RuleDraftView getDraft() {
        return draft;
    }

    private boolean isAuthor() {
        return caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.CHIEF);
    }

    private boolean may(DraftEvent event) {
        return isAuthor() && draft.events().contains(event);
    }

    public boolean isEditable() {
        return may(DraftEvent.EDIT);
    }

    public boolean isOpenable() {
        return may(DraftEvent.OPEN);
    }

    public boolean isCheckable() {
        return may(DraftEvent.CHECK);
    }

    public boolean isPublishable() {
        return may(DraftEvent.PUBLISH) && !isMine();
    }

    /** Whether it waits for somebody else than the person, who edited it last. */
    public boolean isWaiting() {
        return may(DraftEvent.PUBLISH) && isMine();
    }

    private boolean isMine() {
        return draft.editedBy().equals(caller.login());
    }

    public boolean isDiscardable() {
        return may(DraftEvent.DISCARD);
    }

    public boolean isCommentable() {
        return draft.state() == RuleState.OPEN
                && draft.commentsTo() != null
                && !time.today().isAfter(draft.commentsTo());
    }

    public boolean isAnswering() {
        return isAuthor();
    }

    /** Whether anything can still be done to it. */
    public boolean isUnderWay() {
        return !draft.events().isEmpty();
    }

    public List<Fault> getFaults() {
        if (faults == null) {
            faults = isUnderWay()
                    ? drafts.faults(draft.id()).stream().map(this::fault).toList()
                    : List.of();
        }
        return faults;
    }

    private Fault fault(Problem fault) {
        return new Fault(
                words.named(ProblemTexts.text(fault, Language.current())), isEditable() ? page(fault.field()) : null);
    }

    private @Nullable String page(@Nullable String pointer) {
        var here = "/rules/draft.xhtml?id=" + draft.id();
        if (pointer == null || pointer.equals("/") || pointer.startsWith("/comments")) {
            return null;
        }
        var parts = pointer.split("/", -1);
        boolean row = parts.length > 2 && parts[2].matches("\\d+");
        return switch (parts[1]) {
            case "citations", "parameters", "examples", "clauses" ->
                here + "&edit=" + parts[1] + (row ? "&row=" + parts[2] : "");
            default -> here + "&edit=head";
        };
    }

    public List<RuleCommentView> getComments() {
        return drafts.comments(draft.id());
    }

    /** Whether the clusters that change are asked for. */
    public boolean isPreviewed() {
        return query.value("preview").equals("1");
    }

    /** The clusters of which a condition would come to something else. */
    public List<OutcomeChange> getChanges() {
        if (changes == null) {
            changes = drafts.preview(draft.id(), null);
        }
        return changes;
    }

    public String addExamples() {
        drafts.addExamples(draft.id(), draft.version());
        return after("rules.examplesAdded");
    }

    public String startComments() {
        int term = days != null && days.strip().matches("\\d{1,3}") ? Integer.parseInt(days.strip()) : -1;
        drafts.open(draft.id(), term);
        return after("rules.opened");
    }

    public String check() {
        drafts.check(draft.id());
        return after("rules.checked");
    }

    public String publish() {
        var published = drafts.publish(draft.id());
        Messages.info("rules.published", published.publishedAs());
        return Redirect.to("/rules/version.xhtml", "id", published.ruleSet() + ":" + published.publishedAs());
    }

    public String discard() {
        drafts.discard(draft.id(), String.valueOf(reason));
        return after("rules.discarded");
    }

    public String comment() {
        drafts.comment(draft.id(), null, String.valueOf(said));
        return after("rules.commented");
    }

    public String answer(UUID comment) {
        drafts.answer(draft.id(), comment, String.valueOf(answer));
        return after("rules.answered");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/rules/draft.xhtml", "id", draft.id());
    }

    public @Nullable String getDays() {
        return days;
    }

    public void setDays(@Nullable String days) {
        this.days = days;
    }

    public @Nullable String getSaid() {
        return said;
    }

    public void setSaid(@Nullable String said) {
        this.said = said;
    }

    public @Nullable String getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = answer;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
