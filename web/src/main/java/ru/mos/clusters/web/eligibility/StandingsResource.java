package ru.mos.clusters.web.eligibility;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.Evaluated;
import ru.mos.clusters.eligibility.StandingView;
import ru.mos.clusters.eligibility.Verdicts;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** Where all clusters stand. */
@Path("v1/verdicts")
@Produces(MediaType.APPLICATION_JSON)
public class StandingsResource {

    @Inject
    private Verdicts verdicts;

    @GET
    @Operation(summary = "Clusters with their outcome by the latest evaluation, by sector and number")
    public ListAnswer<StandingView> list(
            @QueryParam("outcome") @Nullable Eligibility outcome,
            @QueryParam("sector") @Nullable String sector,
            @BeanParam Paging paging) {
        return paging.answer(verdicts.standings(outcome, sector, paging.request()));
    }

    @POST
    @Path("evaluate")
    @Operation(summary = "Judges all clusters on today")
    public Evaluated evaluate() {
        return verdicts.evaluate();
    }
}
