package ru.mos.clusters.call;

import static ru.mos.clusters.call.CallProblem.CALL_ACTS_DRAFT;
import static ru.mos.clusters.call.CallProblem.CALL_ACTS_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_ACT_NOT_IN_FORCE;
import static ru.mos.clusters.call.CallProblem.CALL_ACT_TWICE;
import static ru.mos.clusters.call.CallProblem.CALL_ACT_UNKNOWN;
import static ru.mos.clusters.call.CallProblem.CALL_AMENDMENT_EMPTY;
import static ru.mos.clusters.call.CallProblem.CALL_AMENDMENT_MOVES_ANNOUNCEMENT;
import static ru.mos.clusters.call.CallProblem.CALL_APPLICANTS_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_CALENDAR_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_DATES_DISORDERED;
import static ru.mos.clusters.call.CallProblem.CALL_DATE_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_DECISION_EARLY;
import static ru.mos.clusters.call.CallProblem.CALL_DOCUMENTS_ALIKE;
import static ru.mos.clusters.call.CallProblem.CALL_DOCUMENTS_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_DOCUMENT_INCOMPLETE;
import static ru.mos.clusters.call.CallProblem.CALL_ELIGIBILITY_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_FLOW_ACT_NOT_IN_FORCE;
import static ru.mos.clusters.call.CallProblem.CALL_FLOW_AGREEMENTS_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_FLOW_BASIS_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_FLOW_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_FORMS_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_KBK_UNFIT;
import static ru.mos.clusters.call.CallProblem.CALL_METHOD_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_MONEY_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_MONEY_NOT_IN_PLAN;
import static ru.mos.clusters.call.CallProblem.CALL_MONEY_NOT_POSITIVE;
import static ru.mos.clusters.call.CallProblem.CALL_MONEY_OVER_PLAN;
import static ru.mos.clusters.call.CallProblem.CALL_MONEY_TWICE;
import static ru.mos.clusters.call.CallProblem.CALL_MONEY_WITHOUT_FORM;
import static ru.mos.clusters.call.CallProblem.CALL_PROJECT_LIMITS_IMPOSSIBLE;
import static ru.mos.clusters.call.CallProblem.CALL_RETURNS_IMPOSSIBLE;
import static ru.mos.clusters.call.CallProblem.CALL_RULES_NOT_YET;
import static ru.mos.clusters.call.CallProblem.CALL_RULES_UNKNOWN;
import static ru.mos.clusters.call.CallProblem.CALL_SHARES_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_SHARE_IMPOSSIBLE;
import static ru.mos.clusters.call.CallProblem.CALL_SHARE_RISES;
import static ru.mos.clusters.call.CallProblem.CALL_TARGET_MISSED;
import static ru.mos.clusters.call.CallProblem.CALL_TERM_IMPOSSIBLE;
import static ru.mos.clusters.call.CallProblem.CALL_TITLE_MISSING;
import static ru.mos.clusters.call.CallProblem.CALL_TITLE_TOO_LONG;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallTerms.Confirmed;
import ru.mos.clusters.call.CallTerms.RequiredDocument;
import ru.mos.clusters.call.GateContext.Edition;
import ru.mos.clusters.ledger.KbkLayout;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Time;

/** What keeps a call, or an amendment of one, from being published: everything at once, each fault with its place. */
final class CallGate {

    private static final int MOST_RETURNS = 10;
    private static final int LONGEST_TERM = 250;
    private static final int MOST_DIGITS = 16;
    private static final int LONGEST_TITLE = 500;

    private final CallTerms terms;
    private final GateContext context;
    private final List<Problem> faults = new ArrayList<>();

    private CallGate(CallTerms terms, GateContext context) {
        this.terms = terms;
        this.context = context;
    }

    /** Empty where nothing is at fault. */
    static List<Problem> faults(CallTerms terms, GateContext context) {
        var gate = new CallGate(terms, context);
        gate.head();
        gate.acts();
        gate.rules();
        gate.money();
        gate.limits();
        gate.shares();
        gate.documents();
        gate.selection();
        gate.returns();
        gate.dates();
        gate.flow();
        gate.amendment();
        return List.copyOf(gate.faults);
    }

    private void add(CallProblem code, String pointer, Object... arguments) {
        faults.add(new Problem(code, arguments).at(pointer));
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void head() {
        title(terms.titleRu(), "/titleRu");
        title(terms.titleEn(), "/titleEn");
        if (terms.applicants().isEmpty()) {
            add(CALL_APPLICANTS_MISSING, "/applicants");
        }
        if (terms.forms().isEmpty()) {
            add(CALL_FORMS_MISSING, "/forms");
        }
        if (terms.eligibility() == null) {
            add(CALL_ELIGIBILITY_MISSING, "/eligibility");
        }
    }

    private void title(@Nullable String title, String pointer) {
        if (isBlank(title)) {
            add(CALL_TITLE_MISSING, pointer);
        }
        fits(title, pointer);
    }

    private void fits(@Nullable String title, String pointer) {
        if (title != null && title.strip().codePointCount(0, title.strip().length()) > LONGEST_TITLE) {
            add(CALL_TITLE_TOO_LONG, pointer, LONGEST_TITLE);
        }
    }

    private void acts() {
        if (terms.acts().isEmpty()) {
            add(CALL_ACTS_MISSING, "/acts");
        }
        var cited = new HashSet<String>();
        boolean law = false;
        boolean draft = false;
        for (int i = 0; i < terms.acts().size(); i++) {
            var act = terms.acts().get(i);
            var pointer = "/acts/" + i;
            var code = String.valueOf(act.act());
            if (act.act() != null && !cited.add(code)) {
                add(CALL_ACT_TWICE, pointer, code);
            }
            var known = edition(act.act(), act.edition());
            if (known == null) {
                add(CALL_ACT_UNKNOWN, pointer, code, shown(act.edition()));
                continue;
            }
            law |= known.status() == Citation.Status.IN_FORCE;
            draft |= known.status() == Citation.Status.DRAFT;
            if (known.status() == null || known.status() == Citation.Status.REPEALED) {
                add(CALL_ACT_NOT_IN_FORCE, pointer, code, shown(act.edition()), shown(terms.announcedOn()));
            }
        }
        if (draft && !law && !terms.pilot()) {
            add(CALL_ACTS_DRAFT, "/acts");
        }
    }

    private @Nullable Edition edition(@Nullable String act, @Nullable LocalDate edition) {
        return context.editions().stream()
                .filter(known -> known.act().equals(act) && Objects.equals(known.edition(), edition))
                .findFirst()
                .orElse(null);
    }

    private static Object shown(@Nullable LocalDate day) {
        return day == null ? "—" : day;
    }

    private void rules() {
        var rules = context.rules().stream()
                .filter(known -> known.reference().equals(terms.rules()))
                .findFirst();
        if (rules.isEmpty()) {
            add(CALL_RULES_UNKNOWN, "/rules", terms.rules() == null ? "—" : terms.rules());
            return;
        }
        var from = rules.get().from();
        var announced = terms.announcedOn();
        if (from != null && announced != null && announced.isBefore(from)) {
            add(CALL_RULES_NOT_YET, "/rules", rules.get().reference(), from, announced);
        }
    }

    private void money() {
        boolean financial = terms.forms().contains(SupportForm.FINANCIAL);
        if (financial && terms.money().isEmpty()) {
            add(CALL_MONEY_MISSING, "/money");
        }
        if (!financial && !terms.money().isEmpty()) {
            add(CALL_MONEY_WITHOUT_FORM, "/money");
        }
        var lines = new HashSet<List<Object>>();
        var years = new TreeMap<Integer, BigDecimal>();
        for (int i = 0; i < terms.money().size(); i++) {
            var line = terms.money().get(i);
            line(line, "/money/" + i);
            if (line.year() != null && line.kbk() != null && !lines.add(List.of(line.year(), line.kbk()))) {
                add(CALL_MONEY_TWICE, "/money/" + i, line.year().toString(), line.kbk());
            }
            if (line.year() != null && isSum(line.amount())) {
                years.merge(line.year(), Objects.requireNonNull(line.amount()), BigDecimal::add);
            }
        }
        years.forEach(this::year);
    }

    private void line(Confirmed line, String pointer) {
        if (!isSum(line.amount())) {
            add(CALL_MONEY_NOT_POSITIVE, pointer + "/amount");
        }
        var year = line.year();
        if (year == null || !context.plan().containsKey(year)) {
            add(CALL_MONEY_NOT_IN_PLAN, pointer + "/year", year == null ? "—" : year.toString());
        }
        if (year != null) {
            var kbk = String.valueOf(line.kbk());
            boolean fits = KbkLayout.of(context.layouts(), year)
                    .filter(layout -> layout.fits(kbk))
                    .isPresent();
            if (!fits) {
                add(CALL_KBK_UNFIT, pointer + "/kbk", line.kbk() == null ? "—" : kbk, year.toString());
            }
        }
    }

    private void year(int year, BigDecimal asked) {
        var planned = context.plan().get(year);
        var taken = context.taken().getOrDefault(year, BigDecimal.ZERO);
        if (planned != null && taken.add(asked).compareTo(planned) > 0) {
            add(CALL_MONEY_OVER_PLAN, "/money", Integer.toString(year), planned, taken, asked);
        }
    }

    /** Roubles and kopecks that a NUMERIC(18, 2) holds. */
    private static boolean isSum(@Nullable BigDecimal amount) {
        return amount != null
                && amount.signum() > 0
                && amount.scale() <= 2
                && amount.precision() - amount.scale() <= MOST_DIGITS;
    }

    private void limits() {
        var least = terms.projectLeast();
        var most = terms.projectMost();
        if (!terms.forms().contains(SupportForm.FINANCIAL) && least == null && most == null) {
            return;
        }
        var all = terms.money().stream()
                .map(Confirmed::amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!isSum(least) || !isSum(most) || isLess(most, least) || (all.signum() > 0 && isLess(all, most))) {
            add(CALL_PROJECT_LIMITS_IMPOSSIBLE, "/projectMost");
        }
    }

    private static boolean isLess(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) < 0;
    }

    /** The share of the budget never rises from stage to stage: principle 5. */
    private void shares() {
        var shares = terms.shares();
        if (!terms.forms().contains(SupportForm.FINANCIAL) && shares.isEmpty()) {
            return;
        }
        var target = terms.target();
        if (shares.isEmpty() || target == null) {
            add(CALL_SHARES_MISSING, "/shares");
        }
        for (int i = 0; i < shares.size(); i++) {
            share(shares.get(i), "/shares/" + i);
            if (i > 0 && shares.get(i).exceeds(shares.get(i - 1))) {
                add(CALL_SHARE_RISES, "/shares/" + i, i, i + 1, shares.get(i), shares.get(i - 1));
            }
        }
        if (target != null) {
            share(target, "/target");
            if (!shares.isEmpty() && shares.get(shares.size() - 1).exceeds(target)) {
                add(CALL_TARGET_MISSED, "/target", shares.get(shares.size() - 1), target);
            }
        }
    }

    private void share(Fraction share, String pointer) {
        if (share.compareTo(Fraction.ZERO) < 0 || share.exceeds(Fraction.ONE)) {
            add(CALL_SHARE_IMPOSSIBLE, pointer, share);
        }
    }

    private void documents() {
        if (terms.documents().isEmpty()) {
            add(CALL_DOCUMENTS_MISSING, "/documents");
        }
        for (int i = 0; i < terms.documents().size(); i++) {
            var document = terms.documents().get(i);
            if (isBlank(document.titleRu()) || isBlank(document.titleEn()) || isBlank(document.template())) {
                add(CALL_DOCUMENT_INCOMPLETE, "/documents/" + i);
            }
            fits(document.titleRu(), "/documents/" + i + "/titleRu");
            fits(document.titleEn(), "/documents/" + i + "/titleEn");
        }
        alike(RequiredDocument::titleRu, "titleRu");
        alike(RequiredDocument::titleEn, "titleEn");
    }

    /** A file is attached to the title of a document: of two that are called the same nobody knows which is meant. */
    private void alike(Function<RequiredDocument, @Nullable String> language, String field) {
        var first = new HashMap<String, Integer>();
        for (int i = 0; i < terms.documents().size(); i++) {
            var title = language.apply(terms.documents().get(i));
            if (title == null || title.isBlank()) {
                continue;
            }
            var earlier = first.putIfAbsent(title.strip().toLowerCase(Locale.ROOT), i + 1);
            if (earlier != null) {
                add(CALL_DOCUMENTS_ALIKE, "/documents/" + i + "/" + field, title.strip(), earlier);
            }
        }
    }

    private void selection() {
        if (terms.method() == null) {
            add(CALL_METHOD_MISSING, "/method");
        } else {
            faults.addAll(terms.method().method().faults(terms));
        }
    }

    private void returns() {
        var returns = terms.returns();
        if (returns == null || returns < 0 || returns > MOST_RETURNS || (returns > 0 && !isTerm(terms.returnDays()))) {
            add(CALL_RETURNS_IMPOSSIBLE, "/returns", MOST_RETURNS, LONGEST_TERM);
        }
    }

    private static boolean isTerm(@Nullable Integer days) {
        return days != null && days > 0 && days <= LONGEST_TERM;
    }

    private void dates() {
        var announced = terms.announcedOn();
        var from = terms.intakeFrom();
        var until = terms.intakeUntil();
        missing(announced, "/announcedOn", 0);
        missing(from, "/intakeFrom", 1);
        missing(until, "/intakeUntil", 2);
        term(terms.assessmentDays(), "/assessmentDays", 0);
        term(terms.decisionDays(), "/decisionDays", 1);
        if (announced != null
                && from != null
                && from.atZone(Time.MOSCOW).toLocalDate().isBefore(announced)) {
            add(CALL_DATES_DISORDERED, "/intakeFrom");
        }
        if (from != null && until != null && !from.isBefore(until)) {
            add(CALL_DATES_DISORDERED, "/intakeUntil");
        }
        if (announced != null
                && until != null
                && from != null
                && isTerm(terms.assessmentDays())
                && isTerm(terms.decisionDays())) {
            counted(announced, CallSchedule.lastDay(until));
        }
    }

    /** @param which of the dates the text of the fault speaks of */
    private void missing(@Nullable Object date, String pointer, int which) {
        if (date == null) {
            add(CALL_DATE_MISSING, pointer, which);
        }
    }

    private void term(@Nullable Integer days, String pointer, int which) {
        if (!isTerm(days)) {
            add(CALL_TERM_IMPOSSIBLE, pointer, LONGEST_TERM, which);
        }
    }

    /** Nothing is counted in a year whose calendar is not known, nor announced or taken in on days of it. */
    private void counted(LocalDate announced, LocalDate lastOfIntake) {
        var calendar = context.calendar();
        for (var day : List.of(announced, lastOfIntake)) {
            if (!calendar.isKnown(day)) {
                add(CALL_CALENDAR_MISSING, "/intakeUntil", Integer.toString(day.getYear()));
                return;
            }
        }
        var schedule = CallSchedule.of(terms, calendar);
        if (schedule.isEmpty()) {
            int year = lastOfIntake.getYear();
            while (calendar.years().contains(year)) {
                year++;
            }
            add(CALL_CALENDAR_MISSING, "/decisionDays", Integer.toString(year));
            return;
        }
        var decided = schedule.get().decisionTo();
        if (decided.isBefore(context.firstAwardOn())) {
            add(CALL_DECISION_EARLY, "/decisionDays", decided, context.firstAwardOn());
        }
    }

    /** Money goes to the applicant; anything else needs a paragraph of an act in force, and agreements between them. */
    private void flow() {
        var flow = terms.flow();
        if (flow == null || flow.route() == null) {
            add(CALL_FLOW_MISSING, "/flow");
            return;
        }
        if (flow.route() == MoneyRoute.APPLICANT_ONLY) {
            return;
        }
        if (isBlank(flow.act()) || isBlank(flow.paragraph())) {
            add(CALL_FLOW_BASIS_MISSING, "/flow");
        } else if (terms.acts().stream()
                .filter(act -> String.valueOf(flow.act()).equals(act.act()))
                .map(act -> edition(act.act(), act.edition()))
                .noneMatch(known -> known != null && known.status() == Citation.Status.IN_FORCE)) {
            add(CALL_FLOW_ACT_NOT_IN_FORCE, "/flow/act", String.valueOf(flow.act()));
        }
        if (!flow.agreements()) {
            add(CALL_FLOW_AGREEMENTS_MISSING, "/flow/agreements");
        }
    }

    private void amendment() {
        var published = context.published();
        if (published == null) {
            return;
        }
        if (published.equals(terms)) {
            add(CALL_AMENDMENT_EMPTY, "/");
        }
        if (!Objects.equals(published.announcedOn(), terms.announcedOn())) {
            add(CALL_AMENDMENT_MOVES_ANNOUNCEMENT, "/announcedOn");
        }
    }
}
