package ru.mos.clusters.web.recipient;

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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.recipient.AnswerView;
import ru.mos.clusters.recipient.Answers;
import ru.mos.clusters.recipient.BatchAction;
import ru.mos.clusters.recipient.BatchEffect;
import ru.mos.clusters.recipient.BatchGuard;
import ru.mos.clusters.recipient.BatchState;
import ru.mos.clusters.recipient.BatchView;
import ru.mos.clusters.recipient.Batches;
import ru.mos.clusters.recipient.HeldView;
import ru.mos.clusters.recipient.ItemView;
import ru.mos.clusters.recipient.WaitingMonth;
import ru.mos.clusters.web.rest.FileNames;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Files for the register of recipients of support, what they hold, what was held back, and the answers. */
@Path("v1/support/batches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BatchesResource {

    @Inject
    private Batches batches;

    @Inject
    private Answers answers;

    @Context
    private UriInfo uri;

    /** The version of the file that was seen. */
    public record SeenBatch(@Nullable Long version) {}

    /** Why; {@code version}: of the file that was seen. */
    public record BatchReason(
            @Nullable String reason, @Nullable Long version) {}

    /** A line of the table of what may be done to a file. */
    public record BatchTransition(
            BatchState from,
            BatchAction action,
            List<String> roles,
            BatchGuard guard,
            BatchState to,
            BatchEffect effect) {}

    @GET
    @Operation(summary = "Files for the register of recipients, the latest first")
    public ListAnswer<BatchView> list(@BeanParam Paging paging) {
        return paging.answer(batches.list(paging.request()));
    }

    @POST
    @Operation(
            summary = "Makes up a file of all that was not sent as it stands; a chief lets it go",
            description = "What may not be sent is held back with its reason. The file is held to its schema first.")
    @APIResponseSchema(value = BatchView.class, responseCode = "201")
    public Response prepare() {
        var batch = batches.prepare();
        return tagged(
                Response.created(
                        uri.getAbsolutePathBuilder().path(batch.id().toString()).build()),
                batch);
    }

    @GET
    @Path("waiting")
    @Operation(summary = "Months of which records wait to be sent, with the last day for it")
    public ListAnswer<WaitingMonth> waiting(@BeanParam Paging paging) {
        return paging.stretch(batches.waiting(), one -> one.month().toString());
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to a file, in which state, by whom, on what condition")
    public ListAnswer<BatchTransition> transitions(@BeanParam Paging paging) {
        var table = batches.transitions().stream()
                .map(step -> new BatchTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("{batch}")
    @Operation(summary = "A file with how many of its documents are answered")
    @APIResponseSchema(value = BatchView.class, responseCode = "200")
    public Response view(@PathParam("batch") UUID id) {
        return tagged(Response.ok(), batches.view(id));
    }

    @GET
    @Path("{batch}/items")
    @Operation(summary = "Documents of a file in its order")
    public ListAnswer<ItemView> items(@PathParam("batch") UUID id, @BeanParam Paging paging) {
        return paging.answer(batches.items(id, paging.request()));
    }

    @GET
    @Path("{batch}/held")
    @Operation(summary = "Records that were not put into the file, each with its reason")
    public ListAnswer<HeldView> held(@PathParam("batch") UUID id, @BeanParam Paging paging) {
        return paging.answer(batches.held(id, paging.request()));
    }

    @GET
    @Path("{batch}/file")
    @Produces({MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
    @Operation(summary = "The file itself, once a chief let it go")
    public Response file(@PathParam("batch") UUID id) {
        var path = batches.file(id);
        StreamingOutput bytes = to -> Files.copy(path, to);
        return Response.ok(bytes, MediaType.APPLICATION_XML_TYPE.withCharset("UTF-8"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + batches.view(id).fileName() + "\"")
                .build();
    }

    @POST
    @Path("{batch}/release")
    @Operation(summary = "Lets a file go that somebody else made up")
    @APIResponseSchema(value = BatchView.class, responseCode = "200")
    public Response release(@PathParam("batch") UUID id, @Nullable SeenBatch body) {
        return tagged(Response.ok(), batches.release(id, body == null ? null : body.version()));
    }

    @POST
    @Path("{batch}/cancel")
    @Operation(summary = "Puts away a file that was not let go; what it held goes into the next one")
    @APIResponseSchema(value = BatchView.class, responseCode = "200")
    public Response cancel(@PathParam("batch") UUID id, @Nullable BatchReason body) {
        var given = Required.body(body);
        return tagged(Response.ok(), batches.cancel(id, given.version(), Required.field(given.reason(), "/reason")));
    }

    @GET
    @Path("{batch}/answers")
    @Operation(summary = "Answers to a file in the order they came")
    public ListAnswer<AnswerView> answers(@PathParam("batch") UUID id, @BeanParam Paging paging) {
        return paging.stretch(answers.of(id), one -> one.id().toString());
    }

    @POST
    @Path("{batch}/answers")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Takes an answer of the tax service to a file, whole or not at all",
            description = "The body is the answer file. The same answer again changes nothing.")
    @APIResponseSchema(value = BatchView.class, responseCode = "200")
    public Response answer(
            @PathParam("batch") UUID id, @QueryParam("fileName") @Nullable String fileName, InputStream body) {
        return tagged(Response.ok(), answers.take(id, body, FileNames.of(fileName, "answer.xml")));
    }

    private static Response tagged(Response.ResponseBuilder builder, BatchView batch) {
        return builder.entity(batch).tag(Versions.tag(batch.version())).build();
    }
}
