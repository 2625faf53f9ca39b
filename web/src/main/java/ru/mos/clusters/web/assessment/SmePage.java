package ru.mos.clusters.web.assessment;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.SmeAssessment;
import ru.mos.clusters.assessment.SmeAssessment.Disagreement;
import ru.mos.clusters.assessment.SmeAssessments;
import ru.mos.clusters.assessment.criteria.Basis;
import ru.mos.clusters.assessment.criteria.Finding;
import ru.mos.clusters.assessment.criteria.Finding.Gap;
import ru.mos.clusters.assessment.criteria.Finding.Line;
import ru.mos.clusters.assessment.criteria.Outcome;
import ru.mos.clusters.assessment.criteria.SizeRange;
import ru.mos.clusters.assessment.criteria.SmeSize;
import ru.mos.clusters.assessment.criteria.Source;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;
import ru.mos.clusters.web.ownership.OwnershipLook;
import ru.mos.clusters.web.shell.Formats;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Texts;

/** The assessment of one enterprise on the page's date: the conclusion first, then each criterion with what it rests on. */
@Named
@RequestScoped
public class SmePage {

    @Inject
    private SmeAssessments assessments;

    @Inject
    private OwnershipLook ownership;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Time time;

    private SmeAssessment assessment;

    /** A line of the table; the criterion stands on the first of its lines. */
    public record Row(
            @Nullable Finding criterion,
            String what,
            String value,
            String limit,
            String says,
            @Nullable Source source) {}

    @PostConstruct
    void open() {
        assessment = assessments.assess(
                new Inn(query.value("inn")),
                query.asOf(time.today()),
                query.date("knownOn").map(Time::endOf).orElse(null));
    }

    public SmeAssessment getAssessment() {
        return assessment;
    }

    /** What the criteria come to, in one sentence. */
    public String getAnswer() {
        var criteria = assessment.criteria();
        return switch (criteria.status()) {
            case IN -> texts.with("sme.answer.IN", category(criteria.category()));
            case OUT -> texts.with("sme.answer.OUT", texts.get("sme.ground." + criteria.ground()));
            case UNKNOWN -> texts.get("sme.answer.UNKNOWN");
        };
    }

    /** What the register says, in the same words. */
    public String getRegistered() {
        var register = assessment.register();
        var kept = register.register() == null ? "NONE" : register.register().name();
        return register.status() == SmeStatus.IN
                ? texts.with("sme.register.IN." + kept, category(register.category()), register.since())
                : texts.get("sme.register." + register.status() + "." + kept);
    }

    private String category(@Nullable SmeCategory category) {
        return category == null ? texts.get("sme.anyCategory") : texts.get("category.inside." + category);
    }

    public boolean isDisagreeing() {
        return assessment.disagreement().kind() == Disagreement.Kind.STATUS
                || assessment.disagreement().kind() == Disagreement.Kind.CATEGORY;
    }

    /** Why criteria and register disagree. */
    public String getWhy() {
        return assessment.disagreement().causes().stream()
                .map(cause -> texts.get("sme.cause." + cause))
                .collect(Collectors.joining("; "));
    }

    /** With which colour and sign the conclusion is shown. */
    public String getLook() {
        return switch (assessment.criteria().status()) {
            case IN -> "met";
            case OUT -> "notmet";
            case UNKNOWN -> "unknown";
        };
    }

    /** The same for one criterion or line. */
    public String look(Outcome outcome) {
        return switch (outcome) {
            case MET -> "met";
            case NOT_MET -> "notmet";
            case UNKNOWN -> "unknown";
        };
    }

    public List<Finding> getFindings() {
        return assessment.criteria().findings();
    }

    /** Everything used, line by line. */
    public List<Row> getRows() {
        var rows = new ArrayList<Row>();
        for (var finding : getFindings()) {
            boolean first = true;
            for (var line : finding.lines()) {
                rows.add(row(first ? finding : null, line));
                first = false;
            }
            for (var gap : gaps(finding)) {
                rows.add(new Row(
                        first ? finding : null,
                        missing(gap),
                        Formats.NOTHING,
                        Formats.NOTHING,
                        texts.get("sme.outcome." + Outcome.UNKNOWN),
                        null));
                first = false;
            }
        }
        return rows;
    }

    /** Of the category nothing is missing but what is missing of its years, which stands there. */
    private static List<Gap> gaps(Finding finding) {
        return finding.criterion() == Finding.Criterion.CATEGORY
                ? List.of()
                : finding.missing().stream()
                        .filter(gap -> finding.lines().stream()
                                .noneMatch(line -> line.code() == Line.Code.HOLDER
                                        && line.outcome() == Outcome.UNKNOWN
                                        && line.who() != null
                                        && line.who().equals(gap.whom())))
                        .toList();
    }

    private Row row(@Nullable Finding criterion, Line line) {
        return new Row(criterion, what(line), value(line), limit(line), says(line), line.source());
    }

    /** A holder alone meets nothing and fails nothing: the sums do. */
    private String says(Line line) {
        return line.code() == Line.Code.HOLDER ? "" : texts.get("sme.outcome." + line.outcome());
    }

    private String what(Line line) {
        return switch (line.code()) {
            case SUM -> texts.get("sme.sum." + line.value());
            case HOLDER ->
                line.value() == null
                        ? String.valueOf(line.who())
                        : texts.with("sme.line.HOLDER", line.who(), texts.get("sme.holder." + line.value()));
            case MAIN_ACTIVITY_SHARE -> texts.with("sme.line.MAIN_ACTIVITY_SHARE", line.who(), year(line));
            case STICKY_YEARS -> texts.with("sme.line.STICKY_YEARS", line.value());
            case ALTERNATIVE -> texts.get("FactKind." + line.value());
            default -> texts.with("sme.line." + line.code(), year(line));
        };
    }

    private static String year(Line line) {
        return String.valueOf(line.year());
    }

    private String value(Line line) {
        if (line.share() != null) {
            return ownership.share(line.share());
        }
        return switch (line.code()) {
            case FORM ->
                line.value() == null
                        ? Formats.NOTHING
                        : texts.orElse(
                                "SmeForm." + line.value(), texts.orElse("LegalForm." + line.value(), line.value()));
            case ALTERNATIVE -> Formats.show(true, Language.current());
            case YEAR, BEFORE, STICKY_YEARS, NEWLY_CREATED -> size(line.size());
            default -> figure(line, line.value());
        };
    }

    private String limit(Line line) {
        return line.most() != null
                ? texts.with("sme.most", ownership.share(line.most()))
                : line.limit() == null
                        ? Formats.NOTHING
                        : texts.with(
                                line.code() == Line.Code.MAIN_ACTIVITY_SHARE ? "sme.least" : "sme.limit",
                                figure(line, line.limit()),
                                limited(line.size()));
    }

    /** Of which category the limit is; who exceeds them all is shown the last. */
    private String limited(@Nullable SizeRange size) {
        return size == null
                ? ""
                : texts.get("sme.size." + (size.most() == SmeSize.ABOVE_MEDIUM ? SmeSize.MEDIUM : size.most()));
    }

    private static String figure(Line line, @Nullable String value) {
        if (value == null) {
            return Formats.NOTHING;
        }
        var figure = new BigDecimal(value);
        return switch (line.code()) {
            case INCOME, REVENUE -> Formats.money(figure, Language.current());
            default -> Formats.show(figure, Language.current());
        };
    }

    /** The sizes that are left possible. */
    public String size(@Nullable SizeRange size) {
        if (size == null) {
            return Formats.NOTHING;
        } else if (size.settled()) {
            return texts.get("sme.size." + size.least());
        }
        return size.least() == SmeSize.MICRO && size.most() == SmeSize.ABOVE_MEDIUM
                ? texts.get("sme.size.ANY")
                : texts.with(
                        "sme.size.RANGE", texts.get("sme.size." + size.least()), texts.get("sme.size." + size.most()));
    }

    /** What is missing, of which year or about whom. */
    public String missing(Gap gap) {
        var what = texts.get("sme.gap." + gap.code());
        return gap.year() != null
                ? texts.with("sme.gapOfYear", what, String.valueOf(gap.year()))
                : gap.whom() != null ? texts.with("sme.gapAbout", what, gap.whom()) : what;
    }

    /** The paragraphs that were used, each once. */
    public List<Basis> getBases() {
        return getFindings().stream()
                .flatMap(finding -> finding.bases().stream())
                .distinct()
                .toList();
    }

    public String source(@Nullable Source source) {
        return source == null
                ? Formats.NOTHING
                : texts.with(
                        "sme.source." + source.kind(),
                        source.date() == null ? Formats.NOTHING : source.date(),
                        source.document() == null ? "" : source.document());
    }

    /** The page of the record behind a source; null where it has none, or it is closed to the person. */
    public @Nullable String page(@Nullable Source source) {
        if (source == null || source.link() == null) {
            return null;
        }
        return switch (source.kind()) {
            case SME_REGISTER, HEADCOUNT, INCOME, NAME -> "/registry/release.xhtml?id=" + source.link();
            case HAND_ENTRY ->
                source.link().contains("-")
                        ? "/registry/fact.xhtml?inn=" + assessment.inn().digits() + "&id=" + source.link()
                        : null;
            case EGRUL, BODS -> ownership.isKeeping() ? "/ownership/import.xhtml?id=" + source.link() : null;
            case NUMBER, CRITERIA -> null;
        };
    }
}
