package ru.mos.clusters.web.opendata;

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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.opendata.FindingView;
import ru.mos.clusters.opendata.PublicationAction;
import ru.mos.clusters.opendata.PublicationEffect;
import ru.mos.clusters.opendata.PublicationGuard;
import ru.mos.clusters.opendata.PublicationState;
import ru.mos.clusters.opendata.PublicationView;
import ru.mos.clusters.opendata.Publications;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Publications of open data, for who prepares and publishes them. */
@Path("v1/open-data")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OpenDataResource {

    @Inject
    private Publications publications;

    /** The day the caller means; it can only be today. */
    public record PrepareOpenData(@Nullable LocalDate asOf) {}

    /** Why what looks like a person may be told; {@code version}: of the publication that was seen. */
    public record PublishOpenData(
            @Nullable String acknowledgement, @Nullable Long version) {}

    /** Why; {@code version}: of the publication that was seen. */
    public record OpenDataReason(
            @Nullable String reason, @Nullable Long version) {}

    /** What the project of an agreement is called in public. */
    public record PublicTitle(
            @Nullable UUID agreement, @Nullable String title) {}

    /** A line of the table of what may be done to a publication. */
    public record PublicationTransition(
            PublicationState from,
            PublicationAction action,
            List<String> roles,
            PublicationGuard guard,
            PublicationState to,
            PublicationEffect effect) {}

    @GET
    @Path("publications")
    @Operation(summary = "Publications of open data, the latest first")
    public ListAnswer<PublicationView> list(@BeanParam Paging paging) {
        return paging.answer(publications.list(paging.request()));
    }

    @POST
    @Path("publications")
    @Operation(
            summary = "Writes what may be public into files and examines them; a chief publishes them",
            description = "Files with faults make the publication FAULTY: it can only be discarded.")
    @APIResponseSchema(value = PublicationView.class, responseCode = "201")
    public Response prepare(@Nullable PrepareOpenData body, @Context UriInfo uri) {
        var made = publications.prepare(body == null ? null : body.asOf());
        return tagged(
                Response.created(
                        uri.getAbsolutePathBuilder().path(made.id().toString()).build()),
                made);
    }

    @GET
    @Path("publications/transitions")
    @Operation(summary = "What may be done to a publication, in which state, by whom, on what condition")
    public ListAnswer<PublicationTransition> transitions(@BeanParam Paging paging) {
        var table = publications.transitions().stream()
                .map(step -> new PublicationTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("publications/{publication}")
    @Operation(summary = "A publication with its files")
    @APIResponseSchema(value = PublicationView.class, responseCode = "200")
    public Response view(@PathParam("publication") UUID id) {
        return tagged(Response.ok(), publications.view(id));
    }

    @GET
    @Path("publications/{publication}/findings")
    @Operation(
            summary = "Where its files break the public schemas, and where they look like a private person",
            description = "Of faults the first thousand are kept; of what looks like a person everything.")
    public ListAnswer<FindingView> findings(@PathParam("publication") UUID id, @BeanParam Paging paging) {
        return paging.answer(publications.findings(id, paging.request()));
    }

    @GET
    @Path("publications/{publication}/files/{file: .+}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A file of the publication, to be looked at before it is published too")
    public Response file(@PathParam("publication") UUID id, @PathParam("file") String name) {
        var found = publications.file(id, name);
        StreamingOutput bytes = to -> Files.copy(found.path(), to);
        return Response.ok(bytes, found.file().mediaType())
                .header("Content-Length", found.file().size())
                .tag(found.file().sha256())
                .build();
    }

    @POST
    @Path("publications/{publication}/publish")
    @Operation(
            summary = "Opens the files of a publication that somebody else had prepared to everybody",
            description = "Where something looks like a private person, acknowledgement has to say why it may be told.")
    @APIResponseSchema(value = PublicationView.class, responseCode = "200")
    public Response publish(@PathParam("publication") UUID id, @Nullable PublishOpenData body) {
        return tagged(
                Response.ok(),
                publications.publish(
                        id, body == null ? null : body.acknowledgement(), body == null ? null : body.version()));
    }

    @POST
    @Path("publications/{publication}/discard")
    @Operation(summary = "Gives up a publication before it is published")
    @APIResponseSchema(value = PublicationView.class, responseCode = "200")
    public Response discard(@PathParam("publication") UUID id, @Nullable OpenDataReason body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(), publications.discard(id, Required.field(given.reason(), "/reason"), given.version()));
    }

    @POST
    @Path("publications/{publication}/withdraw")
    @Operation(summary = "Takes back what was published; the publication before is the latest again")
    @APIResponseSchema(value = PublicationView.class, responseCode = "200")
    public Response withdraw(@PathParam("publication") UUID id, @Nullable OpenDataReason body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(), publications.withdraw(id, Required.field(given.reason(), "/reason"), given.version()));
    }

    @POST
    @Path("public-titles")
    @Operation(summary = "Says what the project of an agreement is called in public, from the next preparation on")
    public PublicTitle title(@Nullable PublicTitle body) {
        var given = Required.body(body);
        var agreement = Required.field(given.agreement(), "/agreement");
        return new PublicTitle(agreement, publications.title(agreement, given.title()));
    }

    private static Response tagged(Response.ResponseBuilder builder, PublicationView publication) {
        return builder.entity(publication)
                .tag(Versions.tag(publication.version()))
                .build();
    }
}
