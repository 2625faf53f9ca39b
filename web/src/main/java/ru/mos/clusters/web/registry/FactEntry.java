package ru.mos.clusters.web.registry;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.registry.EnterFact;
import ru.mos.clusters.registry.Entities;
import ru.mos.clusters.registry.EntityRow;
import ru.mos.clusters.registry.EntitySearch;
import ru.mos.clusters.registry.FactKind;
import ru.mos.clusters.registry.LegalForm;
import ru.mos.clusters.registry.ManualFacts;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.web.shell.Formats;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form that enters a fact from a document: first about whom and what, then its value, period and document. */
@Named
@RequestScoped
public class FactEntry {

    @Inject
    private ManualFacts facts;

    @Inject
    private Entities entities;

    @Inject
    private ListQuery query;

    private @Nullable Inn inn;
    private @Nullable FactKind kind;
    private @Nullable EntityRow subject;
    private @Nullable String value;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable Integer year;
    private final PaperEntry paper = new PaperEntry();
    private @Nullable String name;

    @PostConstruct
    void open() {
        inn = query.read("inn", Inn::new).orElse(null);
        kind = query.choice("fact", FactKind.class).orElse(null);
        if (inn != null) {
            var digits = inn.digits();
            subject =
                    entities
                            .search(new EntitySearch(digits, null, null, null, null, null, null), PageRequest.first(1))
                            .items()
                            .stream()
                            .filter(row -> row.inn().digits().equals(digits))
                            .findAny()
                            .orElse(null);
        }
    }

    /** Whether it is settled about whom and what the fact is. */
    public boolean isReady() {
        return inn != null && kind != null;
    }

    public @Nullable Inn getInn() {
        return inn;
    }

    public @Nullable FactKind getKind() {
        return kind;
    }

    /** Whom the system knows by the number; null for nobody. */
    public @Nullable EntityRow getSubject() {
        return subject;
    }

    public List<Map.Entry<String, String>> getKinds() {
        return RegistryWords.options(FactKind.class);
    }

    /** Words to choose the value from; none where it is a number. */
    public List<Map.Entry<String, String>> getChoices() {
        return switch (Objects.requireNonNull(kind)) {
            case CITY_REGISTER -> RegistryWords.options(SmeCategory.class);
            case LEGAL_FORM -> RegistryWords.options(LegalForm.class);
            case LEGAL_STATUS -> RegistryWords.options(FactKind.LegalStatus.class);
            case HEADCOUNT, HEADCOUNT_ALL, INCOME, REVENUE, MAIN_ACTIVITY_SHARE -> List.of();
            default ->
                List.of(
                        Map.entry("true", Formats.show(true, Language.current())),
                        Map.entry("false", Formats.show(false, Language.current())));
        };
    }

    public boolean isYearly() {
        return kind != null && kind.isYearly();
    }

    /** Enters it; it then waits for a second person. */
    public String enter() {
        var about = Objects.requireNonNull(inn);
        var fact = Objects.requireNonNull(kind);
        var first = fact.isYearly() ? LocalDate.of(Objects.requireNonNull(year), 1, 1) : Objects.requireNonNull(from);
        var entered = facts.enter(new EnterFact(
                about,
                fact,
                written(fact, Objects.requireNonNull(value)),
                first,
                fact.isYearly() ? first.plusYears(1) : to == null ? null : to.plusDays(1),
                new EnterFact.Paper(
                        paper.paper().title(),
                        Objects.requireNonNull(paper.getNumber()),
                        paper.paper().date()),
                null,
                name));
        Messages.info("enter.entered");
        return Redirect.to("/registry/fact.xhtml", "inn", entered.inn(), "id", entered.id());
    }

    /** Numbers as people type them, in the form in which they are kept. */
    private static String written(FactKind fact, String typed) {
        if (!fact.isYearly()) {
            return typed;
        }
        var digits = typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        if (!digits.matches("\\d{1,15}(\\.\\d{1,2})?")) {
            throw new Problem(RegistryScreenProblem.NUMBER_UNREADABLE, typed).at("/value");
        }
        boolean decimal = fact.isMoney() || fact == FactKind.MAIN_ACTIVITY_SHARE;
        return decimal ? new BigDecimal(digits).setScale(2).toString() : digits;
    }

    public @Nullable String getValue() {
        return value;
    }

    public void setValue(@Nullable String value) {
        this.value = value;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    /** The last day on which it holds; null while it lasts. */
    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }

    public @Nullable Integer getYear() {
        return year;
    }

    public void setYear(@Nullable Integer year) {
        this.year = year;
    }

    public PaperEntry getPaper() {
        return paper;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }
}
