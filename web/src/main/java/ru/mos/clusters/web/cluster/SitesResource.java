package ru.mos.clusters.web.cluster;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.profile.DeclareSite;
import ru.mos.clusters.cluster.profile.SiteView;
import ru.mos.clusters.cluster.profile.Territory;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;

/** Where an enterprise works, as it declares. */
@Path("v1/entities/{inn}/sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SitesResource {

    @Inject
    private Territory territory;

    /** A place of work; {@code municipality} in capitals as the directory names it, null outside of Moscow. */
    public record NewSite(
            @Nullable String address,
            @Nullable String municipality,
            @Nullable PaperBody document,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    @GET
    @Operation(summary = "Places of work that the enterprise declared, the latest first")
    public ListAnswer<SiteView> list(@PathParam("inn") Inn inn, @BeanParam Paging paging) {
        return paging.stretch(territory.sites(inn), site -> site.id().toString());
    }

    @POST
    @Operation(summary = "Records where the enterprise works, as it declares with a paper")
    @APIResponseSchema(value = SiteView.class, responseCode = "201")
    public Response declare(@PathParam("inn") Inn inn, @Nullable NewSite body, @Context UriInfo uri) {
        var site = Required.body(body);
        var declared = territory.declare(new DeclareSite(
                inn,
                Required.field(site.address(), "/address"),
                site.municipality(),
                PaperBody.required(site.document(), "/document"),
                Required.field(site.from(), "/from"),
                site.to()));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(declared.id().toString())
                        .build())
                .entity(declared)
                .build();
    }

    @DELETE
    @Path("{site}")
    @Operation(summary = "Says that the enterprise works there no more from a date on")
    @APIResponse(responseCode = "204", description = "Ended")
    public Response end(
            @PathParam("inn") Inn inn, @PathParam("site") UUID site, @QueryParam("from") @Nullable LocalDate from) {
        territory.end(inn, site, Required.field(from, "/from"));
        return Response.noContent().build();
    }
}
