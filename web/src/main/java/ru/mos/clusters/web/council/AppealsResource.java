package ru.mos.clusters.web.council;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.decision.AppealAction;
import ru.mos.clusters.call.decision.AppealEffect;
import ru.mos.clusters.call.decision.AppealGuard;
import ru.mos.clusters.call.decision.AppealState;
import ru.mos.clusters.call.decision.AppealView;
import ru.mos.clusters.call.decision.Appeals;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Appeals against refusals. */
@Path("v1/appeals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AppealsResource {

    @Inject
    private Appeals appeals;

    /** Against the refusal of which application, and why. */
    public record NewAppeal(
            @Nullable UUID application, @Nullable String text) {}

    /** Why. */
    public record AppealReason(@Nullable String reason) {
        String given() {
            return Required.field(reason, "/reason");
        }
    }

    /** A line of the table of what may be done to an appeal. */
    public record AppealTransition(
            AppealState from,
            AppealAction action,
            List<String> roles,
            AppealGuard guard,
            AppealState to,
            AppealEffect effect) {}

    @GET
    @Operation(summary = "Appeals, the latest first", description = "Applicants see their own.")
    public ListAnswer<AppealView> list(@QueryParam("state") @Nullable AppealState state, @BeanParam Paging paging) {
        return paging.answer(appeals.list(state, paging.request()));
    }

    @POST
    @Operation(summary = "Lodges an appeal against the refusal of an own application")
    @APIResponseSchema(value = AppealView.class, responseCode = "201")
    public Response lodge(@Nullable NewAppeal body, @Context UriInfo uri) {
        var asked = Required.body(body);
        var appeal = appeals.lodge(
                Required.field(asked.application(), "/application"), Required.field(asked.text(), "/text"));
        return tagged(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(appeal.id().toString())
                        .build()),
                appeal);
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to an appeal, in which state, by whom, on what condition")
    public ListAnswer<AppealTransition> transitions(@BeanParam Paging paging) {
        var table = appeals.transitions().stream()
                .map(step -> new AppealTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("{appeal}")
    @Operation(summary = "An appeal; for who decides, with what the call has left")
    @APIResponseSchema(value = AppealView.class, responseCode = "200")
    public Response view(@PathParam("appeal") UUID appeal) {
        return tagged(Response.ok(), appeals.view(appeal));
    }

    @POST
    @Path("{appeal}/uphold")
    @Operation(summary = "Lets the refusal fall: the application is heard anew; who took part may not")
    @APIResponseSchema(value = AppealView.class, responseCode = "200")
    public Response uphold(@PathParam("appeal") UUID appeal, @Nullable AppealReason body) {
        return tagged(Response.ok(), appeals.uphold(appeal, Required.body(body).given()));
    }

    @POST
    @Path("{appeal}/dismiss")
    @Operation(summary = "Lets the refusal stand; who took part may not")
    @APIResponseSchema(value = AppealView.class, responseCode = "200")
    public Response dismiss(@PathParam("appeal") UUID appeal, @Nullable AppealReason body) {
        return tagged(Response.ok(), appeals.dismiss(appeal, Required.body(body).given()));
    }

    @POST
    @Path("{appeal}/withdraw")
    @Operation(summary = "Takes an own appeal back")
    @APIResponseSchema(value = AppealView.class, responseCode = "200")
    public Response withdraw(@PathParam("appeal") UUID appeal) {
        return tagged(Response.ok(), appeals.withdraw(appeal));
    }

    private static Response tagged(Response.ResponseBuilder builder, AppealView appeal) {
        return builder.entity(appeal).tag(Versions.tag(appeal.version())).build();
    }
}
