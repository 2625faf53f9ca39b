package ru.mos.clusters.web.opendata;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.opendata.OpenData;
import ru.mos.clusters.opendata.Published;

/** The page for everybody: the files of a publication, and the publications besides. */
@Named
@RequestScoped
public class OpenDataPage {

    @EJB
    private OpenData data;

    @Inject
    private HttpServletRequest request;

    private @Nullable Published publication;
    private List<Published> others = List.of();

    @PostConstruct
    void open() {
        var number = (Long) request.getAttribute(OpenDataDoor.NUMBER);
        publication = data.find(number).orElse(null);
        if (publication != null) {
            others = data.earlier(publication.number());
        }
    }

    /** Null before anything was published. */
    public @Nullable Published getPublication() {
        return publication;
    }

    public List<Published> getOthers() {
        return others;
    }
}
