package ru.mos.clusters.eligibility.draft;

import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_BASED_ON_OUTDATED;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_BASIS_MISSING;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_CITATION_DRAFT;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_CITATION_REPEALED;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_CITATION_UNKNOWN;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_CITED_TWICE;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_CLAUSE_EMPTY;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_CLAUSE_INCOMPLETE;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_CLAUSE_LATE;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_CLAUSE_TWICE;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_CLAUSE_VERSION_UNKNOWN;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_COMMENTS_NOT_CALLED;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_COMMENTS_RUN;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_COMMENT_UNANSWERED;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_EXAMPLE_BEYOND_MISSING;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_EXAMPLE_FAILS;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_EXAMPLE_IMPOSSIBLE;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_EXAMPLE_ON_MISSING;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_FROM_IN_PAST;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_FROM_MISSING;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_NAME_MISSING;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_PARAGRAPH_MISSING;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_PARAMETER_BASIS_MISSING;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_PARAMETER_GAP;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_PARAMETER_IMPOSSIBLE;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_PARAMETER_MISSING;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_PARAMETER_OVERLAPS;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_PARAMETER_PERIOD_EMPTY;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_PARAMETER_SECTOR_UNKNOWN;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_UNCITED;
import static ru.mos.clusters.eligibility.draft.DraftProblem.RULE_VERSION_OVERLAPS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.draft.RuleContent.Cited;
import ru.mos.clusters.eligibility.draft.RuleContent.Clause;
import ru.mos.clusters.eligibility.draft.RuleContent.Example;
import ru.mos.clusters.eligibility.draft.RuleContent.Given;
import ru.mos.clusters.eligibility.draft.RuleContent.Value;
import ru.mos.clusters.eligibility.rule.Outcome;
import ru.mos.clusters.eligibility.rule.RuleBook;
import ru.mos.clusters.eligibility.rule.RuleBook.ParameterCode;
import ru.mos.clusters.eligibility.rule.RuleCode;
import ru.mos.clusters.platform.Problem;

/**
 * What keeps a draft from becoming law: everything at once, each fault with its place. Versions leave no gap, for one judges
 * until a later one does; so only an overlap is looked for.
 */
final class PublicationGate {

    private static final int MOST_MEMBERS = 200;

    private final RuleContent content;
    private final GateContext context;
    private final List<Problem> faults = new ArrayList<>();

    private PublicationGate(RuleContent content, GateContext context) {
        this.content = content;
        this.context = context;
    }

    /** Empty where nothing is at fault. */
    static List<Problem> faults(RuleContent content, GateContext context) {
        var gate = new PublicationGate(content, context);
        gate.version();
        gate.citations();
        gate.parameters();
        gate.examples();
        gate.clauses();
        gate.comments();
        return List.copyOf(gate.faults);
    }

    /** Only what would make the rules of the draft mean nothing: then they cannot even be tried. */
    static List<Problem> faultsOfParameters(RuleContent content, GateContext context) {
        var gate = new PublicationGate(content, context);
        gate.parameters();
        return List.copyOf(gate.faults);
    }

    private void add(DraftProblem code, String pointer, Object... arguments) {
        faults.add(new Problem(code, arguments).at(pointer));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void version() {
        if (isBlank(content.nameRu())) {
            add(RULE_NAME_MISSING, "/nameRu");
        }
        if (isBlank(content.nameEn())) {
            add(RULE_NAME_MISSING, "/nameEn");
        }
        var basis = content.basis();
        if (basis == null || isBlank(basis.title()) || isBlank(basis.number()) || basis.date() == null) {
            add(RULE_BASIS_MISSING, "/basis");
        }
        int latest = context.next() - 1;
        if (context.basedOn() != latest) {
            add(RULE_BASED_ON_OUTDATED, "/", context.basedOn(), latest);
        }
        var from = content.from();
        if (from == null) {
            add(RULE_FROM_MISSING, "/from");
            return;
        }
        if (from.isBefore(context.today())) {
            add(RULE_FROM_IN_PAST, "/from", from, context.today());
        }
        context.published().stream()
                .filter(version -> version.from() != null && !from.isAfter(version.from()))
                .max(Comparator.comparing(GateContext.Published::version))
                .ifPresent(version -> add(
                        RULE_VERSION_OVERLAPS,
                        "/from",
                        from,
                        version.version(),
                        Objects.requireNonNull(version.from())));
    }

    private void citations() {
        var cited = new HashSet<RuleCode>();
        for (int i = 0; i < content.citations().size(); i++) {
            var citation = content.citations().get(i);
            if (citation.rule() != null) {
                if (!cited.add(citation.rule())) {
                    add(RULE_CITED_TWICE, "/citations/" + i, citation.rule().name());
                }
                citation(citation, citation.rule(), "/citations/" + i);
            }
        }
        Arrays.stream(RuleCode.values())
                .filter(rule -> !cited.contains(rule))
                .forEach(rule -> add(RULE_UNCITED, "/citations", rule.name()));
    }

    private void citation(Cited citation, RuleCode rule, String pointer) {
        if (isBlank(citation.paragraph())) {
            add(RULE_PARAGRAPH_MISSING, pointer + "/paragraph", rule.name());
        }
        var act = citation.act();
        var edition = context.editions().stream()
                .filter(known -> known.act().equals(act) && Objects.equals(known.edition(), citation.edition()))
                .min(Comparator.comparing(known -> known.status() == null));
        if (isBlank(act)) {
            add(RULE_UNCITED, pointer + "/act", rule.name());
        } else if (edition.isEmpty()) {
            add(
                    RULE_CITATION_UNKNOWN,
                    pointer + "/edition",
                    rule.name(),
                    String.valueOf(act),
                    citation.edition() == null ? "—" : citation.edition());
        } else if (edition.get().status() == null
                || edition.get().status() == ru.mos.clusters.platform.Citation.Status.REPEALED) {
            add(RULE_CITATION_REPEALED, pointer + "/edition", rule.name(), String.valueOf(act), firstDay());
        } else if (edition.get().status() == ru.mos.clusters.platform.Citation.Status.DRAFT && !content.pilot()) {
            add(RULE_CITATION_DRAFT, pointer + "/act", rule.name(), String.valueOf(act));
        }
    }

    private LocalDate firstDay() {
        return content.from() == null ? context.today() : content.from();
    }

    private void parameters() {
        for (int i = 0; i < content.parameters().size(); i++) {
            parameter(content.parameters().get(i), "/parameters/" + i);
        }
        overlaps();
        for (var code : ParameterCode.values()) {
            coverage(code);
        }
    }

    private void parameter(Value value, String pointer) {
        var code = value.code();
        if (code == null || value.value() == null || !ParameterBounds.of(code).take(value.value())) {
            add(
                    RULE_PARAMETER_IMPOSSIBLE,
                    pointer + "/value",
                    code == null ? "—" : code.name(),
                    value.value() == null ? "" : value.value());
        }
        if (ContentBook.isEmpty(value)) {
            add(RULE_PARAMETER_PERIOD_EMPTY, pointer + "/until", String.valueOf(code));
        }
        if (value.sector() != null && !context.sectors().contains(value.sector())) {
            add(RULE_PARAMETER_SECTOR_UNKNOWN, pointer + "/sector", String.valueOf(code), value.sector());
        }
        if (isBlank(value.basis())) {
            add(RULE_PARAMETER_BASIS_MISSING, pointer + "/basis", String.valueOf(code));
        }
    }

    private void overlaps() {
        var values = content.parameters();
        for (int later = 1; later < values.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (overlap(values.get(earlier), values.get(later))) {
                    var value = values.get(later);
                    add(
                            RULE_PARAMETER_OVERLAPS,
                            "/parameters/" + later + "/from",
                            String.valueOf(value.code()),
                            value.sector() == null ? "—" : value.sector(),
                            earlier + 1);
                }
            }
        }
    }

    private static boolean overlap(Value one, Value other) {
        return one.code() != null
                && one.code() == other.code()
                && Objects.equals(one.sector(), other.sector())
                && !ContentBook.isEmpty(one)
                && !ContentBook.isEmpty(other)
                && start(one).isBefore(end(other))
                && start(other).isBefore(end(one));
    }

    private static LocalDate start(Value value) {
        return value.from() == null ? LocalDate.MIN : value.from();
    }

    private static LocalDate end(Value value) {
        return value.until() == null ? LocalDate.MAX : value.until();
    }

    /** From the version's first day on, sectors without a value of their own must always have one. */
    private void coverage(ParameterCode code) {
        var general = content.parameters().stream()
                .filter(value -> value.code() == code && value.sector() == null && !ContentBook.isEmpty(value))
                .sorted(Comparator.comparing(PublicationGate::start))
                .toList();
        if (general.isEmpty()) {
            if (ParameterBounds.of(code).required()) {
                add(RULE_PARAMETER_MISSING, "/parameters", code.name());
            }
            return;
        }
        var covered = firstDay();
        for (var value : general) {
            if (start(value).isAfter(covered)) {
                add(
                        RULE_PARAMETER_GAP,
                        "/parameters",
                        code.name(),
                        covered,
                        start(value).minusDays(1));
            }
            covered = end(value).isAfter(covered) ? end(value) : covered;
        }
        if (!covered.equals(LocalDate.MAX)) {
            add(RULE_PARAMETER_GAP, "/parameters", code.name(), covered, "…");
        }
    }

    private void examples() {
        var book = ContentBook.of(context.ruleSet(), context.next(), content);
        var run = new ExampleRun(book, context.laws());
        for (int i = 0; i < content.examples().size(); i++) {
            example(content.examples().get(i), i, run);
        }
        for (var side : new BoundaryExamples(content, book, firstDay(), context.laws()).missing()) {
            add(
                    side.on() ? RULE_EXAMPLE_ON_MISSING : RULE_EXAMPLE_BEYOND_MISSING,
                    "/examples",
                    side.rule().name(),
                    side.sector() == null ? "—" : side.sector(),
                    side.day());
        }
    }

    private void example(Example example, int index, ExampleRun run) {
        var given = example.given();
        var rule = example.rule();
        var expected = example.expected();
        var pointer = "/examples/" + index;
        if (rule == null
                || expected == null
                || given == null
                || !isPossible(given)
                || (example.sector() != null && !context.sectors().contains(example.sector()))) {
            add(RULE_EXAMPLE_IMPOSSIBLE, pointer, index + 1);
            return;
        }
        if (rests(rule).stream().anyMatch(value -> !ContentBook.isSound(value))) {
            return; // its parameter is at fault already; what the example comes to means nothing
        }
        var day = example.on() == null ? firstDay() : example.on();
        var sector = example.sector() == null ? ContentBook.NO_SECTOR : example.sector();
        var found = run.outcome(rule, sector, day, given);
        if (found != expected) {
            add(RULE_EXAMPLE_FAILS, pointer, index + 1, rule.name(), word(expected), word(found));
        }
    }

    /** Which of the words of the text says it. */
    private static int word(Outcome outcome) {
        return switch (outcome) {
            case NOT_MET -> 0;
            case UNKNOWN -> 1;
            case MANUAL -> 2;
            case MET -> 3;
        };
    }

    /** The values that a condition asks for. */
    private List<Value> rests(RuleCode rule) {
        var codes = ParameterBounds.of(rule);
        return content.parameters().stream()
                .filter(value -> codes.contains(value.code()))
                .toList();
    }

    private static boolean isPossible(Given given) {
        var votes = given.votes();
        return given.members() >= 0
                && given.members() <= MOST_MEMBERS
                && given.partners() >= 0
                && given.partners() <= MOST_MEMBERS
                && given.smes() >= 0
                && given.unknown() >= 0
                && given.smes() + given.unknown() <= given.members()
                && given.qualified() >= 0
                && given.qualified() <= given.smes()
                && (votes == null
                        || (votes.numerator().signum() >= 0
                                && votes.numerator().compareTo(votes.denominator()) <= 0
                                && votes.denominator().bitLength() < Integer.SIZE));
    }

    private void clauses() {
        var told = new HashSet<Integer>();
        for (int i = 0; i < content.clauses().size(); i++) {
            clause(content.clauses().get(i), "/clauses/" + i, told);
        }
    }

    private void clause(Clause clause, String pointer, Set<Integer> told) {
        var of = clause.ofVersion();
        var before = clause.decidedBefore();
        var to = clause.validTo();
        if (of == null || before == null || to == null || isBlank(clause.basis())) {
            add(RULE_CLAUSE_INCOMPLETE, pointer);
            return;
        }
        if (context.published().stream().noneMatch(version -> version.version() == of)) {
            add(RULE_CLAUSE_VERSION_UNKNOWN, pointer + "/ofVersion", of);
        }
        if (!told.add(of)) {
            add(RULE_CLAUSE_TWICE, pointer + "/ofVersion", of);
        }
        if (before.isAfter(firstDay())) {
            add(RULE_CLAUSE_LATE, pointer + "/decidedBefore", before, firstDay());
        }
        if (to.isBefore(firstDay())) {
            add(RULE_CLAUSE_EMPTY, pointer + "/validTo", to, firstDay());
        }
    }

    private void comments() {
        var until = context.commentsUntil();
        if (until == null) {
            add(RULE_COMMENTS_NOT_CALLED, "/comments");
        } else if (context.today().isBefore(until)) {
            add(RULE_COMMENTS_RUN, "/comments", until.minusDays(1));
        }
        context.comments().stream()
                .filter(comment -> !comment.answered())
                .forEach(comment -> add(RULE_COMMENT_UNANSWERED, "/comments/" + comment.id()));
    }

    /** The rules of the draft, for trying them out. */
    static RuleBook book(RuleContent content, GateContext context) {
        return ContentBook.of(context.ruleSet(), context.next(), content);
    }
}
