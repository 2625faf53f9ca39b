package ru.mos.clusters.web.recovery;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.recovery.BreachKind;
import ru.mos.clusters.recovery.BreachView;
import ru.mos.clusters.recovery.Breaches;
import ru.mos.clusters.recovery.EnterBreach;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Breaches of an agreement. */
@Path("v1/agreements/{agreement}/breaches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgreementBreachesResource {

    @Inject
    private Breaches breaches;

    /** What was reached of a result that the agreement promises. */
    public record ReachedResult(
            @Nullable String code, @Nullable BigDecimal fact) {}

    /** A breach; {@code position}: of the instalment concerned; {@code results}: only where results were missed. */
    public record NewBreach(
            @Nullable BreachKind kind,
            @Nullable Integer position,
            @Nullable String description,
            @Nullable PaperBody document,
            @Nullable List<@Nullable ReachedResult> results) {}

    @GET
    @Operation(summary = "Breaches of an agreement, the latest first")
    public ListAnswer<BreachView> list(@PathParam("agreement") UUID agreement, @BeanParam Paging paging) {
        return paging.stretch(breaches.of(agreement), one -> one.id().toString());
    }

    @POST
    @Operation(summary = "Enters a breach; money is demanded on it when a chief has confirmed it")
    @APIResponseSchema(value = BreachView.class, responseCode = "201")
    public Response enter(@PathParam("agreement") UUID agreement, @Nullable NewBreach body, @Context UriInfo uri) {
        var given = Required.body(body);
        var breach = breaches.enter(new EnterBreach(
                agreement,
                Required.field(given.kind(), "/kind"),
                given.position(),
                Required.field(given.description(), "/description"),
                PaperBody.required(given.document()),
                reached(given.results())));
        return Response.created(uri.getBaseUriBuilder()
                        .path("v1/breaches")
                        .path(breach.id().toString())
                        .build())
                .entity(breach)
                .tag(Versions.tag(breach.version()))
                .build();
    }

    private static List<EnterBreach.Reached> reached(@Nullable List<@Nullable ReachedResult> given) {
        var reached = new ArrayList<EnterBreach.Reached>();
        int at = 0;
        for (var one : given == null ? List.<@Nullable ReachedResult>of() : given) {
            var pointer = "/results/" + at++;
            var result = Required.field(one, pointer);
            reached.add(new EnterBreach.Reached(
                    Required.field(result.code(), pointer + "/code"),
                    Required.field(result.fact(), pointer + "/fact")));
        }
        return reached;
    }
}
