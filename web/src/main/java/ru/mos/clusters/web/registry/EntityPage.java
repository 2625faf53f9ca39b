package ru.mos.clusters.web.registry;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.registry.Entities;
import ru.mos.clusters.registry.EntityCard;
import ru.mos.clusters.registry.HistoryItem;
import ru.mos.clusters.registry.ManualFactView;
import ru.mos.clusters.registry.ManualFacts;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;

/** One enterprise as of a date and as known at one: what holds, since when, and by which source. */
@Named
@RequestScoped
public class EntityPage {

    private static final Set<String> TABS = Set.of("card", "sme", "history", "facts");

    @Inject
    private Entities entities;

    @Inject
    private ManualFacts manualFacts;

    @Inject
    private ListQuery query;

    @Inject
    private Time time;

    @Inject
    private Caller caller;

    private Inn inn;
    private LocalDate asOf;
    private @Nullable Instant knownOn;
    private EntityCard card;
    private boolean opened;
    private @Nullable LazyTable<HistoryItem> history;
    private @Nullable PeriodPicture picture;
    private @Nullable List<ManualFactView> facts;

    /** Headcounts and incomes of one year, by whichever sources gave them. */
    public record Year(int year, List<EntityCard.Headcount> headcounts, List<EntityCard.Income> incomes) {}

    @PostConstruct
    void open() {
        inn = new Inn(query.value("inn"));
        asOf = query.asOf(time.today());
        knownOn = query.date("knownOn").map(Time::endOf).orElse(null);
        card = entities.card(inn, asOf, knownOn);
    }

    public EntityCard getCard() {
        return card;
    }

    /** The name; the number of a subject that no source names. */
    public String getName() {
        var name = card.name();
        return name == null ? inn.digits() : name;
    }

    public LocalDate getAsOf() {
        return asOf;
    }

    /** Null for what is known now. */
    public @Nullable Instant getKnownOn() {
        return knownOn;
    }

    /** Which part is asked for. */
    public String getTab() {
        return query.text("tab").filter(TABS::contains).orElse("card");
    }

    /** This page's address for its tabs; the dates stay. */
    public String getHere() {
        var known = query.value("knownOn");
        return "/registry/entity.xhtml?inn=" + inn.digits() + (known.isEmpty() ? "" : "&knownOn=" + known);
    }

    /** With which colour and sign the standing in the register is shown. */
    public String getLook() {
        return switch (card.sme().status()) {
            case IN -> "met";
            case OUT -> "notmet";
            case UNKNOWN -> "unknown";
        };
    }

    /** Whether there is a full name to be opened, and the caller may. */
    public boolean isOpenable() {
        return !opened
                && !inn.isLegalEntity()
                && Stream.of(Role.DEPARTMENT, Role.GCKR, Role.AUDITOR).anyMatch(caller::hasRole);
    }

    /** Whether the caller may enter facts. */
    public boolean isEnterable() {
        return caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.GCKR);
    }

    /** Shows the full name; that it was looked at is recorded. */
    public void showFull() {
        card = entities.openCard(inn, asOf, knownOn);
        opened = true;
    }

    public boolean isOpened() {
        return opened;
    }

    /** Figures of the years known, the latest first. */
    public List<Year> getYears() {
        return Stream.concat(
                        card.headcount().stream().map(EntityCard.Headcount::year),
                        card.income().stream().map(EntityCard.Income::year))
                .distinct()
                .sorted(java.util.Comparator.reverseOrder())
                .map(year -> new Year(
                        year,
                        card.headcount().stream()
                                .filter(headcount -> headcount.year() == year)
                                .toList(),
                        card.income().stream()
                                .filter(income -> income.year() == year)
                                .toList()))
                .toList();
    }

    /** Whether any licence says since when or until when. */
    public boolean isLicensed() {
        return !card.licences().isEmpty();
    }

    public LazyTable<HistoryItem> getHistory() {
        if (history == null) {
            history = query.longTable(page -> entities.history(inn, page), () -> {
                var first = getPicture();
                return new LazyTable.Count(first.size(), first.isCut());
            });
        }
        return history;
    }

    /** Status and category over time. */
    public PeriodPicture getPicture() {
        if (picture == null) {
            picture = PeriodPicture.of(entities.history(inn, PeriodPicture.MOST), time.today());
        }
        return picture;
    }

    /** Everything entered by hand, whatever became of it. */
    public List<ManualFactView> getFacts() {
        if (facts == null) {
            facts = manualFacts.of(inn);
        }
        return facts;
    }
}
