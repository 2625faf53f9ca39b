package ru.mos.clusters.web.application;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.request.AskBody;
import ru.mos.clusters.call.request.InteragencyRequests;
import ru.mos.clusters.call.request.RequestAnswer;
import ru.mos.clusters.call.request.RequestOutcome;
import ru.mos.clusters.call.request.RequestSubject;
import ru.mos.clusters.call.request.RequestView;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.rest.FileNames;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Requests to other bodies about applications. */
@Path("v1/interagency-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InteragencyRequestsResource {

    private static final int LARGEST = 10 * 1024 * 1024;

    @Inject
    private InteragencyRequests requests;

    /** What is asked of whom; without {@code days} the usual term holds. */
    public record NewInteragencyRequest(
            @Nullable UUID application,
            @Nullable RequestSubject subject,
            @Nullable String body,
            @Nullable String question,
            @Nullable Integer days) {}

    /** What the body answered, by its document. */
    public record InteragencyAnswer(
            @Nullable Long version,
            @Nullable RequestOutcome outcome,
            @Nullable Boolean disagrees,
            @Nullable String answer,
            @Nullable PaperBody document) {}

    /** How many requests a file answered. */
    public record Answered(int answered) {}

    @GET
    @Operation(summary = "Requests to other bodies, the latest first; also only those overdue")
    public ListAnswer<RequestView> list(
            @QueryParam("application") @Nullable UUID application,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @BeanParam Paging paging) {
        return paging.answer(requests.list(application, overdue, paging.request()));
    }

    @POST
    @Operation(summary = "Asks a body about an application")
    @APIResponseSchema(value = RequestView.class, responseCode = "201")
    public Response ask(@Nullable NewInteragencyRequest body, @Context UriInfo uri) {
        var given = Required.body(body);
        var asked = requests.ask(new AskBody(
                Required.field(given.application(), "/application"),
                Required.field(given.subject(), "/subject"),
                Required.field(given.body(), "/body"),
                Required.field(given.question(), "/question"),
                given.days()));
        return tagged(
                Response.created(
                        uri.getAbsolutePathBuilder().path(asked.id().toString()).build()),
                asked);
    }

    @GET
    @Path("{request}")
    @Operation(summary = "A request and its answer")
    @APIResponseSchema(value = RequestView.class, responseCode = "200")
    public Response view(@PathParam("request") UUID request) {
        return tagged(Response.ok(), requests.view(request));
    }

    @POST
    @Path("{request}/answer")
    @Operation(summary = "Records what the body answered, or that it does not agree")
    @APIResponseSchema(value = RequestView.class, responseCode = "200")
    public Response answer(@PathParam("request") UUID request, @Nullable InteragencyAnswer body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(),
                requests.answer(
                        request,
                        given.version(),
                        new RequestAnswer(
                                Required.field(given.outcome(), "/outcome"),
                                Boolean.TRUE.equals(given.disagrees()),
                                Required.field(given.answer(), "/answer"),
                                PaperBody.required(given.document()),
                                null)));
    }

    @POST
    @Path("{request}/revoke")
    @Operation(summary = "Revokes a request that is not needed any more")
    @APIResponseSchema(value = RequestView.class, responseCode = "200")
    public Response revoke(@PathParam("request") UUID request) {
        return tagged(Response.ok(), requests.revoke(request, null));
    }

    @POST
    @Path("answers")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Answers all open requests of which a register's file says something",
            description = "The body is UTF-8 text, one answer a line: INN;subject;outcome;answer;title;number;date.")
    public Answered answers(@QueryParam("fileName") @Nullable String fileName, InputStream body) {
        try {
            var bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Problem(PlatformProblem.BODY_TOO_LARGE, LARGEST / (1024 * 1024));
            }
            return new Answered(requests.answerFrom(FileNames.of(fileName, "answers.csv"), bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Response tagged(Response.ResponseBuilder builder, RequestView request) {
        return builder.entity(request).tag(Versions.tag(request.version())).build();
    }
}
