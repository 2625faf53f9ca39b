package ru.mos.clusters.web.ownership;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.ownership.Ownership;
import ru.mos.clusters.ownership.OwnershipExport;
import ru.mos.clusters.ownership.OwnershipPeriod;
import ru.mos.clusters.ownership.OwnershipPicture;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;

/** A party's owners and whom it holds on a date, drawn and as a table, and all that was ever said of them. */
@Named
@RequestScoped
public class OwnershipPage {

    private static final int COUNTED = 500;
    private static final int MOST_UNFOLDED = 12;

    @Inject
    private Ownership ownership;

    @Inject
    private OwnershipExport export;

    @Inject
    private PictureDrawing drawings;

    @Inject
    private ListQuery query;

    @Inject
    private Time time;

    private String id;
    private LocalDate asOf;
    private @Nullable Instant knownOn;
    private Set<String> unfolded;
    private OwnershipPicture picture;
    private @Nullable Drawing drawing;
    private @Nullable LazyTable<OwnershipPeriod> history;

    @PostConstruct
    void open() {
        id = PartyIds.read(query.value("id"));
        asOf = query.asOf(time.today());
        knownOn = query.date("knownOn").map(Time::endOf).orElse(null);
        unfolded = Stream.of(query.value("open").split(",", -1))
                .filter(party -> !party.isEmpty())
                .limit(MOST_UNFOLDED)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        picture = ownership.picture(id, List.copyOf(unfolded), asOf, knownOn);
    }

    /** Answers with the statements of another program's standard where the address asks for them. */
    public void save() throws IOException {
        if (query.value("save").equals("bods")) {
            var statements = export.bods(List.of(id), asOf, knownOn);
            Faces.sendFile(new ByteArrayInputStream(statements), "ownership-bods-" + asOf + ".json", true);
        }
    }

    public OwnershipPicture getPicture() {
        return picture;
    }

    public String getId() {
        return id;
    }

    public LocalDate getAsOf() {
        return asOf;
    }

    /** Null for what is known now. */
    public @Nullable Instant getKnownOn() {
        return knownOn;
    }

    /** Digits of the INN, where the party is known by one. */
    public @Nullable String getInn() {
        var centre = picture.centre().id();
        return centre.startsWith("inn:") ? PartyIds.bare(centre) : null;
    }

    public String getTab() {
        return query.value("tab").equals("history") ? "history" : "picture";
    }

    /** The address of a tab. */
    public String tab(String tab) {
        return query.with("tab", tab.equals("picture") ? null : tab);
    }

    public Drawing getDrawing() {
        if (drawing == null) {
            drawing = drawings.picture(picture, this::address);
        }
        return drawing;
    }

    /** A click unfolds a box, or folds it again. */
    private @Nullable String address(OwnershipPicture.Box box) {
        var party = box.party().id();
        if (party.equals(picture.centre().id())) {
            return null;
        }
        var then = new LinkedHashSet<>(unfolded);
        if (!then.remove(party)) {
            then.add(party);
        }
        return query.with("open", String.join(",", then));
    }

    /** Whether some boxes are unfolded besides the one asked about. */
    public boolean isUnfolded() {
        return !unfolded.isEmpty();
    }

    public String getFolded() {
        return query.with("open", null);
    }

    /** «Владельцы: 3. Участвует: в 2.» in numbers. */
    public long getOwners() {
        return picture.ties().stream()
                .filter(tie -> tie.fact().to().equals(picture.centre().id())
                        && tie.fact().kind() == EdgeKind.SHAREHOLDING)
                .map(tie -> tie.fact().from())
                .distinct()
                .count();
    }

    public long getHeld() {
        return picture.ties().stream()
                .filter(tie -> tie.fact().from().equals(picture.centre().id()))
                .map(tie -> tie.fact().to())
                .distinct()
                .count();
    }

    public LazyTable<OwnershipPeriod> getHistory() {
        if (history == null) {
            history = query.longTable(page -> ownership.history(id, page), () -> {
                var first = ownership.history(id, PageRequest.first(COUNTED));
                return new LazyTable.Count(first.items().size(), first.next() != null);
            });
        }
        return history;
    }

    /** Rows of what is no longer believed are paler. */
    public String shade(OwnershipPeriod period) {
        return period.supersededAt() == null ? "" : "closed";
    }
}
