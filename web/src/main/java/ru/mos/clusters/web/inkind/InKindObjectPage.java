package ru.mos.clusters.web.inkind;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.inkind.InKindObjects;
import ru.mos.clusters.inkind.InKindProblem;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;

/** Premises or equipment with their calendar from a day on. */
@Named
@RequestScoped
public class InKindObjectPage {

    @EJB
    private InKindObjects objects;

    @Inject
    private ListQuery query;

    private InKindObjects.ObjectView object;
    private @Nullable LocalDate from;
    private @Nullable List<InKindObjects.BookingView> calendar;

    @PostConstruct
    void open() {
        object = objects.view(Ids.of(query.value("id"), InKindProblem.IN_KIND_OBJECT_UNKNOWN));
        from = query.date("since").orElse(null);
    }

    public InKindObjects.ObjectView getObject() {
        return object;
    }

    public List<InKindObjects.BookingView> getCalendar() {
        if (calendar == null) {
            calendar = objects.calendar(object.id(), from);
        }
        return calendar;
    }
}
