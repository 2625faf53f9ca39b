package ru.mos.clusters.web.inkind;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.inkind.InKindObjects;
import ru.mos.clusters.inkind.InKindProblem;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Premises and equipment that the person sees, and the form of another. */
@Named
@RequestScoped
public class InKindObjectList {

    @EJB
    private InKindObjects objects;

    @Inject
    private ListQuery query;

    private LazyTable<InKindObjects.ObjectView> table;
    private @Nullable List<InKindObjects.Organisation> places;
    private @Nullable String organisation;
    private @Nullable String kind;
    private @Nullable String name;
    private @Nullable String place;
    private @Nullable BigDecimal area;

    @PostConstruct
    void open() {
        UUID wanted = query.text("organisation")
                .map(text -> Ids.of(text, InKindProblem.IN_KIND_OBJECT_ORGANISATION_UNKNOWN))
                .orElse(null);
        table = query.table(page -> objects.list(wanted, page), () -> objects.count(wanted));
    }

    public LazyTable<InKindObjects.ObjectView> getTable() {
        return table;
    }

    /** Organisations to choose from. */
    public List<Map.Entry<String, String>> getOrganisations() {
        if (places == null) {
            places = objects.organisations();
        }
        return places.stream()
                .map(one -> Map.entry(one.id().toString(), one.name()))
                .toList();
    }

    /** Enters an object and opens its calendar. */
    public String enter() {
        var object = objects.enter(new InKindObjects.NewObject(
                Ids.of(requireNonNull(organisation), InKindProblem.IN_KIND_OBJECT_ORGANISATION_UNKNOWN),
                InKindObjects.ObjectKind.valueOf(requireNonNull(kind)),
                requireNonNull(name),
                place,
                area));
        Messages.info("inkind.objectEntered");
        return Redirect.to("/inkind/object.xhtml", "id", object.id());
    }

    public @Nullable String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = organisation;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getPlace() {
        return place;
    }

    public void setPlace(@Nullable String place) {
        this.place = place;
    }

    public @Nullable BigDecimal getArea() {
        return area;
    }

    public void setArea(@Nullable BigDecimal area) {
        this.area = area;
    }
}
