package ru.mos.clusters.web.infrastructure;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.infrastructure.InfrastructureDirectory;
import ru.mos.clusters.infrastructure.InfrastructureDirectory.Kind;
import ru.mos.clusters.infrastructure.InfrastructureDirectory.Requirement;
import ru.mos.clusters.infrastructure.InfrastructureDirectory.ServiceKind;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** Kinds of infrastructure organisations, services with their units, requirements of acts. */
@Path("v1/infrastructure-directory")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InfrastructureDirectoryResource {

    @Inject
    private InfrastructureDirectory directory;

    /** A requirement of an act; {@code kind} null: for organisations of every kind. */
    public record NewRequirement(
            @Nullable String kind,
            @Nullable String textRu,
            @Nullable String textEn,
            @Nullable String act,
            @Nullable String paragraph,
            @Nullable LocalDate from) {}

    @GET
    @Path("kinds")
    @Operation(summary = "Kinds of organisations")
    public ListAnswer<Kind> kinds(@BeanParam Paging paging) {
        return paging.stretch(directory.kinds(), Kind::code);
    }

    @GET
    @Path("services")
    @Operation(summary = "Services and what they are measured in")
    public ListAnswer<ServiceKind> services(@BeanParam Paging paging) {
        return paging.stretch(directory.services(), ServiceKind::code);
    }

    @GET
    @Path("requirements")
    @Operation(summary = "What acts require on a date of organisations of a kind, or of all")
    public ListAnswer<Requirement> requirements(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @BeanParam Paging paging) {
        return paging.stretch(
                directory.requirements(kind, asOf),
                requirement -> requirement.id().toString());
    }

    @POST
    @Path("requirements")
    @Operation(summary = "Adds a requirement of an act")
    @APIResponseSchema(value = Requirement.class, responseCode = "201")
    public Response add(@Nullable NewRequirement body, @Context UriInfo uri) {
        var added = Required.body(body);
        var requirement = directory.add(new InfrastructureDirectory.AddRequirement(
                added.kind(),
                Required.field(added.textRu(), "/textRu"),
                Required.field(added.textEn(), "/textEn"),
                Required.field(added.act(), "/act"),
                Required.field(added.paragraph(), "/paragraph"),
                Required.field(added.from(), "/from")));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(requirement.id().toString())
                        .build())
                .entity(requirement)
                .build();
    }
}
