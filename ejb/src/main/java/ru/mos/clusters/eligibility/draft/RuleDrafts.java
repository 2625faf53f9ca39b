package ru.mos.clusters.eligibility.draft;

import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_COMMENTS_CLOSED;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_COMMENT_ANSWERED;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_COMMENT_EMPTY;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_COMMENT_TERM_IMPOSSIBLE;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_COMMENT_UNKNOWN;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_DISCARD_REASON_REQUIRED;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_DRAFT_REFUSED;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_DRAFT_TOO_LARGE;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_DRAFT_UNKNOWN;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_PREVIEW_IMPOSSIBLE;
import static ru.mos.clusters.eligibility.draft.RuleState.DRAFT;
import static ru.mos.clusters.eligibility.draft.RuleState.OPEN;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.OutcomeChange;
import ru.mos.clusters.eligibility.OutcomePreview;
import ru.mos.clusters.eligibility.RulesChanged;
import ru.mos.clusters.eligibility.draft.GateContext.Comment;
import ru.mos.clusters.eligibility.draft.GateContext.Edition;
import ru.mos.clusters.eligibility.draft.RuleContent.Value;
import ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode;
import ru.mos.clusters.ownership.LinkByVotes;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Time;

/** Versions of the rules that are being made, until they are published. */
@Stateless
@DenyAll
public class RuleDrafts {

    private static final String SUBJECT = "RULES";
    private static final String PUBLISH = "RULES_TO_PUBLISH";
    private static final int LONGEST = 200_000;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_TERM = 180;

    @Inject
    private RuleStore store;

    @EJB
    private RuleVersions versions;

    @Inject
    private OutcomePreview preview;

    @Inject
    private LinkByVotes laws;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    @Inject
    private Event<RulesChanged> changed;

    @EJB
    private Tasks tasks;

    /**
     * Makes a draft from a version: its first day and its basis are still to be said, examples at the boundaries are added
     * where it has none.
     *
     * @throws Problem {@code rule-version-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public RuleDraftView create(String ruleSet, int version) {
        var before = versions.version(ruleSet + ":" + version).content();
        var content = withExamples(ruleSet, version, begun(before));
        var draft = new RuleDraftView(
                UUID.randomUUID(),
                ruleSet,
                version,
                DRAFT,
                content,
                caller.login(),
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                List.of());
        store.insert(draft, record("RULES_DRAFTED", draft, null, Map.of("ruleSet", ruleSet, "version", version)));
        return view(draft.id());
    }

    private static RuleContent begun(RuleContent before) {
        var basis = before.basis() == null ? null : before.basis().title();
        var known = before.parameters().stream()
                .map(value -> value.basis() == null
                        ? new Value(value.code(), value.sector(), value.from(), value.until(), value.value(), basis)
                        : value);
        var added = Stream.of(ParameterCode.values())
                .filter(code -> before.parameters().stream().noneMatch(value -> value.code() == code))
                .map(code -> new Value(
                        code, null, null, null, ParameterBounds.of(code).usual(), basis));
        return new RuleContent(
                before.nameRu(),
                before.nameEn(),
                null,
                before.pilot(),
                null,
                before.citations(),
                Stream.concat(known, added).toList(),
                before.examples(),
                List.of());
    }

    /** Drafts, the latest first, also those that were published or given up. */
    @RolesAllowed({DEPARTMENT, CHIEF, GCKR, AUDITOR})
    public Slice<RuleDraftView> list(PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        var slice =
                Slice.of(store.drafts(before, page.fetch()), page, kept -> List.of(Long.toString(kept.recordedBy())));
        return new Slice<>(slice.items().stream().map(RuleStore.Kept::draft).toList(), slice.next());
    }

    /** @throws Problem {@code rule-draft-unknown} */
    @RolesAllowed({DEPARTMENT, CHIEF, GCKR, AUDITOR})
    public RuleDraftView view(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(RULE_DRAFT_UNKNOWN, id));
    }

    /**
     * Replaces what the draft says. One that was open for comments or checked is a draft again.
     *
     * @param version of the document that the caller saw
     * @throws Problem {@code rule-draft-unknown}, {@code changed-meanwhile}, {@code rule-transition-not-allowed},
     *     {@code rule-draft-too-large}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public RuleDraftView edit(UUID id, long version, RuleContent content) {
        var before = lock(id);
        if (before.version() != version) {
            throw new Problem(PlatformProblem.CHANGED_MEANWHILE);
        }
        if (String.valueOf(Json.write(content)).length() > LONGEST) {
            throw new Problem(RULE_DRAFT_TOO_LARGE, LONGEST);
        }
        var state = RuleDraftLifecycle.step(before.state(), DraftEvent.EDIT).to();
        tasks.done(PUBLISH, SUBJECT, id.toString());
        return save(
                "RULES_EDITED",
                before,
                new RuleDraftView(
                        id,
                        before.ruleSet(),
                        before.basedOn(),
                        state,
                        content,
                        caller.login(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        version,
                        List.of()));
    }

    /**
     * Adds an example on each boundary, and just beyond it, where none stands yet: as the boundary is meant, so that the gate
     * shows where the rules say otherwise.
     *
     * @param version that the caller saw; null where no one asks
     * @throws Problem {@code rule-draft-unknown}, {@code changed-meanwhile}, {@code rule-transition-not-allowed}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public RuleDraftView addExamples(UUID id, @Nullable Long version) {
        var draft = view(id);
        return edit(
                id,
                version == null ? draft.version() : version,
                withExamples(draft.ruleSet(), draft.basedOn(), draft.content()));
    }

    private RuleContent withExamples(String ruleSet, int version, RuleContent content) {
        var first = content.from() == null ? time.today() : content.from();
        var missing =
                new BoundaryExamples(content, ContentBook.of(ruleSet, version, content), first, laws::law).missing();
        return content.examples(
                Stream.concat(content.examples().stream(), missing.stream().map(BoundaryExamples.Side::proposal))
                        .toList());
    }

    /**
     * Opens the draft for comments.
     *
     * @param days for how many days, counting today; a pilot version may go without: 0
     * @throws Problem {@code rule-draft-unknown}, {@code rule-transition-not-allowed}, {@code rule-comment-term-impossible}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public RuleDraftView open(UUID id, int days) {
        var before = lock(id);
        var state = RuleDraftLifecycle.step(before.state(), DraftEvent.OPEN).to();
        if (days < (before.content().pilot() ? 0 : 1) || days > LONGEST_TERM) {
            throw new Problem(RULE_COMMENT_TERM_IMPOSSIBLE, LONGEST_TERM).at("/days");
        }
        var today = time.today();
        return save("RULES_OPENED", before, moved(before, state, today, today.plusDays(days - 1L)));
    }

    /**
     * Says something of a draft that is open for comments.
     *
     * @param place JSON pointer into the draft; null: of the whole
     * @throws Problem {@code rule-draft-unknown}, {@code rule-comments-closed}, {@code rule-comment-empty},
     *     {@code text-too-long}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, GCKR, AUDITOR})
    public RuleCommentView comment(UUID id, @Nullable String place, String body) {
        var draft = lock(id);
        if (draft.state() != OPEN || draft.commentsTo() == null || time.today().isAfter(draft.commentsTo())) {
            throw new Problem(RULE_COMMENTS_CLOSED);
        }
        requireText(body, "/body");
        var comment = UUID.randomUUID();
        long change = changes.record("RULES_COMMENTED", SUBJECT, id.toString(), null, Map.of("body", body));
        store.comment(comment, id, place == null || place.isBlank() ? null : place, body.strip(), change);
        return find(id, comment);
    }

    /**
     * Answers a comment, once.
     *
     * @throws Problem {@code rule-comment-unknown}, {@code rule-comment-answered}, {@code rule-comment-empty},
     *     {@code text-too-long}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public RuleCommentView answer(UUID id, UUID comment, String answer) {
        lock(id);
        find(id, comment);
        requireText(answer, "/answer");
        long change = changes.record("RULES_COMMENT_ANSWERED", SUBJECT, id.toString(), null, Map.of("answer", answer));
        if (!store.answer(comment, answer.strip(), change)) {
            throw new Problem(RULE_COMMENT_ANSWERED);
        }
        return find(id, comment);
    }

    private RuleCommentView find(UUID draft, UUID comment) {
        return store.comments(draft).stream()
                .filter(one -> one.id().equals(comment))
                .findFirst()
                .orElseThrow(() -> new Problem(RULE_COMMENT_UNKNOWN, comment));
    }

    private static void requireText(String text, String pointer) {
        if (text.isBlank()) {
            throw new Problem(RULE_COMMENT_EMPTY).at(pointer);
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Problem(PlatformProblem.TEXT_TOO_LONG, pointer, LONGEST_TEXT).at(pointer);
        }
    }

    /**
     * What was said of a draft, in the order in which it was said.
     *
     * @throws Problem {@code rule-draft-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, GCKR, AUDITOR})
    public List<RuleCommentView> comments(UUID id) {
        return store.comments(view(id).id());
    }

    /**
     * What keeps the draft from being published, all at once; each fault names its place.
     *
     * @throws Problem {@code rule-draft-unknown}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, GCKR, AUDITOR})
    public List<Problem> faults(UUID id) {
        var draft = view(id);
        return PublicationGate.faults(draft.content(), context(draft, false));
    }

    /**
     * Passes the draft on to a second person if the gate finds nothing.
     *
     * @throws Problem {@code rule-draft-unknown}; {@code rule-draft-refused} with all faults;
     *     {@code rule-transition-not-allowed}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public RuleDraftView check(UUID id) {
        var before = lock(id);
        var state = pass(before, DraftEvent.CHECK).to();
        var checked = save("RULES_CHECKED", before, moved(before, state, before.commentsFrom(), before.commentsTo()));
        tasks.open(
                PUBLISH,
                Doer.second(CHIEF, before.editedBy()),
                SUBJECT,
                id.toString(),
                Map.of("name", String.valueOf(before.content().nameRu())),
                before.content().from());
        return checked;
    }

    /**
     * Makes the draft a version that judges from its first day on; whoever edited it last may not.
     *
     * @throws Problem {@code rule-draft-unknown}; {@code rule-draft-refused} with all faults;
     *     {@code rule-transition-not-allowed}, {@code second-person-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public RuleDraftView publish(UUID id) {
        var before = lock(id);
        int version = context(before, true).next();
        var state = pass(before, DraftEvent.PUBLISH).to();
        if (before.editedBy().equals(caller.login())) {
            throw new Problem(PlatformProblem.SECOND_PERSON_REQUIRED);
        }
        var published = new RuleDraftView(
                id,
                before.ruleSet(),
                before.basedOn(),
                state,
                before.content(),
                before.editedBy(),
                null,
                before.commentsFrom(),
                before.commentsTo(),
                version,
                caller.login(),
                null,
                before.version(),
                List.of());
        long change = record("RULES_PUBLISHED", published, before.content(), published.content());
        store.update(published, change);
        store.publish(before.ruleSet(), version, before.content(), change);
        tasks.done(PUBLISH, SUBJECT, id.toString());
        changed.fire(new RulesChanged());
        return view(id);
    }

    /** What is at an end is told first, then everything that is at fault, then what must be done before. */
    private RuleDraftLifecycle.Step pass(RuleDraftView draft, DraftEvent event) {
        if (draft.events().isEmpty()) {
            return RuleDraftLifecycle.step(draft.state(), event);
        }
        var faults = PublicationGate.faults(draft.content(), context(draft, false));
        if (!faults.isEmpty()) {
            throw new Problem(RULE_DRAFT_REFUSED, faults.size()).because(faults);
        }
        return RuleDraftLifecycle.step(draft.state(), event);
    }

    /**
     * Gives the draft up.
     *
     * @throws Problem {@code rule-draft-unknown}, {@code rule-transition-not-allowed}, {@code rule-discard-reason-required}
     */
    @RolesAllowed({DEPARTMENT, CHIEF})
    public RuleDraftView discard(UUID id, String reason) {
        var before = lock(id);
        var state = RuleDraftLifecycle.step(before.state(), DraftEvent.DISCARD).to();
        if (reason.isBlank()) {
            throw new Problem(RULE_DISCARD_REASON_REQUIRED).at("/reason");
        }
        tasks.done(PUBLISH, SUBJECT, id.toString());
        return save(
                "RULES_DISCARDED",
                before,
                new RuleDraftView(
                        id,
                        before.ruleSet(),
                        before.basedOn(),
                        state,
                        before.content(),
                        before.editedBy(),
                        null,
                        before.commentsFrom(),
                        before.commentsTo(),
                        null,
                        null,
                        reason.strip(),
                        before.version(),
                        List.of()));
    }

    /**
     * The clusters of which a condition would come to something else if the draft were law.
     *
     * @param day on which all are judged; null: the draft's first day, or today if that is later
     * @throws Problem {@code rule-draft-unknown}; {@code rule-preview-impossible} with what is wrong with its parameters
     */
    @RolesAllowed({DEPARTMENT, CHIEF, GCKR, AUDITOR})
    public List<OutcomeChange> preview(UUID id, @Nullable LocalDate day) {
        var draft = view(id);
        var context = context(draft, false);
        var faults = PublicationGate.faultsOfParameters(draft.content(), context);
        if (!faults.isEmpty()) {
            throw new Problem(RULE_PREVIEW_IMPOSSIBLE, faults.size()).because(faults);
        }
        return preview.under(PublicationGate.book(draft.content(), context), day == null ? firstDay(draft) : day);
    }

    private LocalDate firstDay(RuleDraftView draft) {
        var today = time.today();
        var from = draft.content().from();
        return from == null || from.isBefore(today) ? today : from;
    }

    private GateContext context(RuleDraftView draft, boolean locked) {
        var to = draft.commentsTo();
        return new GateContext(
                time.today(),
                draft.ruleSet(),
                draft.basedOn(),
                store.published(draft.ruleSet(), locked),
                store
                        .editions(
                                draft.content().from() == null
                                        ? time.today()
                                        : draft.content().from())
                        .stream()
                        .map(edition -> new Edition(edition.act(), edition.edition(), edition.status()))
                        .toList(),
                store.sectors(),
                to == null ? null : to.plusDays(1),
                store.comments(draft.id()).stream()
                        .map(comment -> new Comment(comment.id(), comment.answer() != null))
                        .toList(),
                laws::law);
    }

    private RuleDraftView lock(UUID id) {
        return store.lock(id).orElseThrow(() -> new Problem(RULE_DRAFT_UNKNOWN, id));
    }

    private static RuleDraftView moved(
            RuleDraftView draft, RuleState state, @Nullable LocalDate commentsFrom, @Nullable LocalDate commentsTo) {
        return new RuleDraftView(
                draft.id(),
                draft.ruleSet(),
                draft.basedOn(),
                state,
                draft.content(),
                draft.editedBy(),
                null,
                commentsFrom,
                commentsTo,
                null,
                null,
                null,
                draft.version(),
                List.of());
    }

    private RuleDraftView save(String action, RuleDraftView before, RuleDraftView after) {
        boolean same = before.content().equals(after.content());
        store.update(
                after,
                record(
                        action,
                        after,
                        same ? Map.of("state", before.state()) : before.content(),
                        same ? Map.of("state", after.state()) : after.content()));
        return view(before.id());
    }

    private long record(String action, RuleDraftView draft, @Nullable Object before, @Nullable Object after) {
        return changes.record(action, SUBJECT, draft.id().toString(), before, after);
    }
}
