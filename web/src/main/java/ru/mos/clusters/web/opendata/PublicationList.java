package ru.mos.clusters.web.opendata;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ru.mos.clusters.opendata.PublicationState;
import ru.mos.clusters.opendata.PublicationView;
import ru.mos.clusters.opendata.Publications;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Publications of open data, and the button that prepares another. */
@Named
@RequestScoped
public class PublicationList {

    @EJB
    private Publications publications;

    @Inject
    private ListQuery query;

    private LazyTable<PublicationView> table;

    @PostConstruct
    void open() {
        table = query.table(page -> publications.list(page), () -> publications.count());
    }

    public LazyTable<PublicationView> getTable() {
        return table;
    }

    /** Writes the files as things stand and examines them. */
    public String prepare() {
        var made = publications.prepare(null);
        Messages.info(made.state() == PublicationState.FAULTY ? "openData.preparedFaulty" : "openData.prepared");
        return Redirect.to("/opendata/card.xhtml", "id", made.id());
    }
}
