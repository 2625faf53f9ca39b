package ru.mos.clusters.web.joining;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.joining.ApplicationFilter;
import ru.mos.clusters.cluster.joining.ApplicationState;
import ru.mos.clusters.cluster.joining.ApplicationView;
import ru.mos.clusters.cluster.joining.Joining;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** Applications to join any cluster. */
@Path("v1/joining-applications")
@Produces(MediaType.APPLICATION_JSON)
public class JoiningApplicationsResource {

    @Inject
    private Joining joining;

    @GET
    @Operation(summary = "Applications to join any cluster, the latest submitted first; of an applicant, the own ones")
    public ListAnswer<ApplicationView> list(
            @QueryParam("sector") @Nullable String sector,
            @QueryParam("state") @Nullable ApplicationState state,
            @QueryParam("inn") @Nullable Inn inn,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @BeanParam Paging paging) {
        return paging.answer(
                joining.list(new ApplicationFilter(null, sector, state, inn, overdue, from, to), paging.request()));
    }
}
