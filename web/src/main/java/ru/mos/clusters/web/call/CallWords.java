package ru.mos.clusters.web.call;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.ApplicantKind;
import ru.mos.clusters.call.CallPhase;
import ru.mos.clusters.call.CallState;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.EligibilityUse;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.call.MoneyRoute;
import ru.mos.clusters.call.SelectionMethodCode;
import ru.mos.clusters.call.SupportForm;
import ru.mos.clusters.call.TieBreak;
import ru.mos.clusters.call.programme.Measure;
import ru.mos.clusters.call.programme.ProgrammeView;
import ru.mos.clusters.call.programme.Programmes;
import ru.mos.clusters.eligibility.draft.ActEditionView;
import ru.mos.clusters.eligibility.draft.RuleVersions;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.Texts;

/** Programmes and calls as people read them. */
@Named
@RequestScoped
public class CallWords {

    private static final int ALL = 500;

    @EJB
    private Programmes programmes;

    @EJB
    private RuleVersions versions;

    @Inject
    private Texts texts;

    private @Nullable List<ProgrammeView> all;

    /** A part of a call with its place in it. */
    public record Row<T>(int at, T it) {}

    public <T> List<Row<T>> rows(List<T> parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(at -> new Row<>(at, parts.get(at)))
                .toList();
    }

    private static boolean isEnglish() {
        return Language.current().getLanguage().equals("en");
    }

    /** One of two names, in the language of the page. */
    public String either(@Nullable String russian, @Nullable String english) {
        var name = isEnglish() ? english : russian;
        return name == null || name.isBlank() ? "—" : name;
    }

    public String title(CallTerms terms) {
        return either(terms.titleRu(), terms.titleEn());
    }

    /** With which colour and sign a state is shown. */
    public String look(CallState state) {
        return switch (state) {
            case PUBLISHED, AMENDING, AMENDMENT_CHECKED -> "met";
            case CHECKED -> "manual";
            case DRAFT -> "unknown";
            case COMPLETED, CANCELLED, DISCARDED -> "off";
        };
    }

    /** All programmes. */
    public List<ProgrammeView> getProgrammes() {
        if (all == null) {
            all = programmes.list(PageRequest.first(ALL)).items();
        }
        return all;
    }

    public List<Map.Entry<String, String>> getProgrammeOptions() {
        return getProgrammes().stream()
                .map(programme -> Map.entry(programme.code(), either(programme.nameRu(), programme.nameEn())))
                .toList();
    }

    /** Measures of all programmes, to begin a call under one. */
    public List<Map.Entry<String, String>> getMeasureOptions() {
        return getProgrammes().stream()
                .flatMap(programme -> programme.measures().stream()
                        .map(measure -> Map.entry(
                                programme.code() + "|" + measure.code(),
                                either(programme.nameRu(), programme.nameEn()) + ": " + measure.code() + " "
                                        + either(measure.nameRu(), measure.nameEn()))))
                .toList();
    }

    public String programme(String code) {
        return getProgrammes().stream()
                .filter(programme -> programme.code().equals(code))
                .findFirst()
                .map(programme -> either(programme.nameRu(), programme.nameEn()))
                .orElse(code);
    }

    public String measure(String programme, String code) {
        return getProgrammes().stream()
                .filter(known -> known.code().equals(programme))
                .flatMap(known -> known.measures().stream())
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .map((Measure measure) -> code + " " + either(measure.nameRu(), measure.nameEn()))
                .orElse(code);
    }

    /** What the plan gives a measure in a year; null where it is not in the plan. */
    public java.math.@Nullable BigDecimal planned(Measure measure, int year) {
        return measure.plan().stream()
                .filter(line -> line.year() == year)
                .map(line -> line.amount())
                .findFirst()
                .orElse(null);
    }

    /** The act and its edition. */
    public String act(String title, @Nullable LocalDate edition) {
        return edition == null ? title : texts.with("call.editionOf", title, edition);
    }

    /** Editions of acts to choose from, with their standing on a day. */
    public List<Map.Entry<String, String>> editions(@Nullable LocalDate day) {
        return versions.editions(day).stream()
                .map(edition -> Map.entry(key(edition.act(), edition.edition()), told(edition)))
                .toList();
    }

    static String key(String act, @Nullable LocalDate edition) {
        return act + "|" + (edition == null ? "" : edition);
    }

    private String told(ActEditionView edition) {
        return edition.title()
                + (edition.edition() == null ? "" : ", " + Functions.show(edition.edition()))
                + (edition.status() == null ? "" : " (" + texts.get("Citation." + edition.status()) + ")");
    }

    /** The rules by which clusters are judged, and their version. */
    public String rules(@Nullable String russian, @Nullable String english, @Nullable String reference) {
        return russian == null || reference == null
                ? "—"
                : either(russian, english) + ", "
                        + texts.with("rules.numbered", reference.substring(reference.indexOf(':') + 1));
    }

    public List<Map.Entry<String, String>> getRuleOptions() {
        return versions.list().stream()
                .map(version -> Map.entry(
                        version.ruleSet() + ":" + version.version(),
                        rules(
                                version.content().nameRu(),
                                version.content().nameEn(),
                                version.ruleSet() + ":" + version.version())))
                .toList();
    }

    /** An instant by the clock of Moscow; that it is Moscow's is said. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "—" : texts.with("call.moscow", Functions.show(instant));
    }

    static String clock(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(Time.MOSCOW));
    }

    public List<Map.Entry<String, String>> getApplicants() {
        return options(ApplicantKind.values());
    }

    public List<Map.Entry<String, String>> getForms() {
        return options(SupportForm.values());
    }

    public List<Map.Entry<String, String>> getEligibilityUses() {
        return options(EligibilityUse.values());
    }

    public List<Map.Entry<String, String>> getMethods() {
        return options(SelectionMethodCode.values());
    }

    public List<Map.Entry<String, String>> getTieBreaks() {
        return options(TieBreak.values());
    }

    public List<Map.Entry<String, String>> getRoutes() {
        return options(MoneyRoute.values());
    }

    public List<Map.Entry<String, String>> getModes() {
        return options(FundingMode.values());
    }

    public List<Map.Entry<String, String>> getStates() {
        return options(CallState.values());
    }

    public List<Map.Entry<String, String>> getPhases() {
        return options(CallPhase.values());
    }

    private static List<Map.Entry<String, String>> options(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }
}
