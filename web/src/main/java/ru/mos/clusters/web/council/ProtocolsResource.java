package ru.mos.clusters.web.council;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.ProtocolAction;
import ru.mos.clusters.call.council.ProtocolEffect;
import ru.mos.clusters.call.council.ProtocolGuard;
import ru.mos.clusters.call.council.ProtocolLine;
import ru.mos.clusters.call.council.ProtocolState;
import ru.mos.clusters.call.council.ProtocolView;
import ru.mos.clusters.call.council.Protocols;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Protocols of sittings. */
@Path("v1/protocols")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProtocolsResource {

    private static final String PDF = "application/pdf";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Inject
    private Protocols protocols;

    /** Of which sitting, and what is annexed. */
    public record NewProtocol(
            @Nullable UUID sitting, @Nullable List<String> annexes) {}

    /** What is annexed. */
    public record Annexes(@Nullable List<String> annexes) {}

    /** A line of the table of what may be done to a protocol. */
    public record ProtocolTransition(
            ProtocolState from,
            ProtocolAction action,
            List<String> roles,
            ProtocolGuard guard,
            ProtocolState to,
            ProtocolEffect effect) {}

    @GET
    @Operation(summary = "Protocols, the latest first")
    public ListAnswer<ProtocolLine> list(@QueryParam("call") @Nullable UUID call, @BeanParam Paging paging) {
        return paging.answer(protocols.list(call, paging.request()));
    }

    @POST
    @Operation(summary = "Draws up the protocol of a closed sitting")
    @APIResponseSchema(value = ProtocolView.class, responseCode = "201")
    public Response drawUp(@Nullable NewProtocol body, @Context UriInfo uri) {
        var asked = Required.body(body);
        var protocol = protocols.drawUp(
                Required.field(asked.sitting(), "/sitting"), asked.annexes() == null ? List.of() : asked.annexes());
        return tagged(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(protocol.id().toString())
                        .build()),
                protocol);
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to a protocol, in which state, by whom, on what condition")
    public ListAnswer<ProtocolTransition> transitions(@BeanParam Paging paging) {
        var table = protocols.transitions().stream()
                .map(step -> new ProtocolTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("{protocol}")
    @Operation(summary = "A protocol and all that stands in it")
    @APIResponseSchema(value = ProtocolView.class, responseCode = "200")
    public Response view(@PathParam("protocol") UUID protocol) {
        return tagged(Response.ok(), protocols.view(protocol));
    }

    @PUT
    @Path("{protocol}")
    @Operation(summary = "Says anew what is annexed to a draft")
    @APIResponseSchema(value = ProtocolView.class, responseCode = "200")
    public Response annex(
            @PathParam("protocol") UUID protocol,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Annexes body) {
        long version = Versions.expected(ifMatch);
        return tagged(
                Response.ok(),
                protocols.annex(
                        protocol, version, Required.field(Required.body(body).annexes(), "/annexes")));
    }

    @DELETE
    @Path("{protocol}")
    @Operation(summary = "Gives up a draft")
    @APIResponse(responseCode = "204", description = "Given up")
    public Response drop(@PathParam("protocol") UUID protocol) {
        protocols.drop(protocol);
        return Response.noContent().build();
    }

    @POST
    @Path("{protocol}/number")
    @Operation(summary = "Gives the next number of its body and year; from now on nothing in it changes")
    @APIResponseSchema(value = ProtocolView.class, responseCode = "200")
    public Response number(@PathParam("protocol") UUID protocol) {
        return tagged(Response.ok(), protocols.number(protocol));
    }

    @POST
    @Path("{protocol}/sign")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Adds the signed paper",
            description = "The body is the scan (PDF, JPEG or PNG, told from its content, at most 50 MB).")
    @APIResponseSchema(value = ProtocolView.class, responseCode = "200")
    public Response sign(
            @PathParam("protocol") UUID protocol, @QueryParam("fileName") @Nullable String fileName, InputStream body) {
        return tagged(Response.ok(), protocols.sign(protocol, body, Required.field(fileName, "/fileName")));
    }

    @GET
    @Path("{protocol}/pdf")
    @Produces(PDF)
    @Operation(summary = "The protocol as PDF")
    public Response pdf(@PathParam("protocol") UUID protocol) {
        return Response.ok(protocols.pdf(protocol), PDF)
                .header("Content-Disposition", "inline; filename=\"protocol-" + protocol + ".pdf\"")
                .build();
    }

    @GET
    @Path("{protocol}/docx")
    @Produces(DOCX)
    @Operation(summary = "The protocol as DOCX")
    public Response docx(@PathParam("protocol") UUID protocol) {
        return Response.ok(protocols.docx(protocol), DOCX)
                .header("Content-Disposition", "attachment; filename=\"protocol-" + protocol + ".docx\"")
                .build();
    }

    @GET
    @Path("{protocol}/scan")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The signed paper, as it came")
    public Response scan(@PathParam("protocol") UUID protocol) {
        var scan = protocols.scan(protocol);
        return Response.ok(scan.path().toFile())
                .type(scan.mediaType())
                .header("Content-Disposition", "attachment; filename=\"protocol-signed\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private static Response tagged(Response.ResponseBuilder builder, ProtocolView protocol) {
        return builder.entity(protocol).tag(Versions.tag(protocol.version())).build();
    }
}
