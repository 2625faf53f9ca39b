package ru.mos.clusters.web.opendata;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.opendata.OpenDataProblem;
import ru.mos.clusters.opendata.Publications;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The form that gives the project of an agreement a title for the public. */
@Named
@RequestScoped
public class PublicTitleEntry {

    @EJB
    private Publications publications;

    @Inject
    private ListQuery query;

    private @Nullable String title;

    /** Gives the title; it holds from the next preparation on. */
    public String give() {
        publications.title(Ids.of(query.value("id"), OpenDataProblem.PUBLIC_TITLE_AGREEMENT_UNKNOWN), title);
        Messages.info("openData.titleGiven");
        return Redirect.to("/opendata/list.xhtml");
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }
}
