package ru.mos.clusters.web.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.registry.ManualFactView;
import ru.mos.clusters.registry.ManualFacts;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** Facts entered by hand about anybody: the work list of the second person. */
@Path("v1/facts")
@Produces(MediaType.APPLICATION_JSON)
public class FactListResource {

    @Inject
    private ManualFacts facts;

    @GET
    @Operation(summary = "Facts entered by hand about anybody, by state: of PENDING, what waits for a second person")
    public ListAnswer<ManualFactView> list(
            @QueryParam("state") ManualFactView.@Nullable State state, @BeanParam Paging paging) {
        return paging.answer(facts.list(state, paging.request()));
    }
}
