package ru.mos.clusters.web.joining;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.joining.AddGround;
import ru.mos.clusters.cluster.joining.GroundView;
import ru.mos.clusters.cluster.joining.RefusalGrounds;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;

/** Grounds for all clusters on which joining may be refused. */
@Path("v1/refusal-grounds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RefusalGroundsResource {

    @Inject
    private RefusalGrounds grounds;

    /** A ground to list; {@code to} is the first day on which it holds no more. */
    public record NewGround(
            @Nullable String code,
            @Nullable String nameRu,
            @Nullable String nameEn,
            @Nullable PaperBody document,
            @Nullable String clause,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        AddGround command(@Nullable UUID cluster) {
            return new AddGround(
                    cluster,
                    Required.field(code, "/code"),
                    Required.field(nameRu, "/nameRu"),
                    Required.field(nameEn, "/nameEn"),
                    document == null ? null : PaperBody.required(document),
                    clause,
                    Required.field(from, "/from"),
                    to);
        }
    }

    /** From which day a ground holds no more. */
    public record GroundEnd(@Nullable LocalDate from) {}

    @GET
    @Operation(summary = "Grounds for all clusters that are in force on a date")
    public ListAnswer<GroundView> list(@QueryParam("asOf") @Nullable LocalDate asOf, @BeanParam Paging paging) {
        return paging.stretch(grounds.on(null, asOf), ground -> ground.id().toString());
    }

    @POST
    @Operation(summary = "Lists a ground for all clusters")
    @APIResponseSchema(value = GroundView.class, responseCode = "201")
    public Response add(@Nullable NewGround body, @Context UriInfo uri) {
        return made(grounds.addForAll(Required.body(body).command(null)), uri);
    }

    @POST
    @Path("{ground}/end")
    @Operation(summary = "Takes a ground off the list from a date on; refusals that named it stand")
    public GroundView end(@PathParam("ground") UUID ground, @Nullable GroundEnd body) {
        return grounds.end(ground, Required.field(Required.body(body).from(), "/from"));
    }

    static Response made(GroundView ground, UriInfo uri) {
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(ground.id().toString())
                        .build())
                .entity(ground)
                .build();
    }
}
