package ru.mos.clusters.web.platform;

import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.OrganisationView;
import ru.mos.clusters.platform.Organisations;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Versions;

/** Organisations that users belong to, for administrators. */
@Path("v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrganisationsResource {

    @EJB
    private Organisations organisations;

    /** What is to hold of an organisation. */
    public record Particulars(
            @Nullable String name, @Nullable String inn) {
        String requiredName() {
            if (name == null) {
                throw new Problem(PlatformProblem.FIELD_REQUIRED, "name").at("/name");
            }
            return name;
        }

        @Nullable
        Inn number() {
            return inn == null ? null : new Inn(inn);
        }
    }

    @GET
    @Operation(summary = "All organisations by name")
    public ListAnswer<OrganisationView> all(@BeanParam Paging paging) {
        return paging.stretch(
                organisations.all(), organisation -> organisation.id().toString());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One organisation")
    @APIResponseSchema(value = OrganisationView.class, responseCode = "200")
    public Response card(@PathParam("id") UUID id) {
        return answer(organisations.card(id));
    }

    @POST
    @Operation(summary = "Enters an organisation")
    @APIResponseSchema(value = OrganisationView.class, responseCode = "201")
    public Response create(@Nullable Particulars body, @Context UriInfo uri) {
        var particulars = body == null ? new Particulars(null, null) : body;
        var made = organisations.create(particulars.requiredName(), particulars.number());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(made.id().toString()).build())
                .tag(Versions.tag(made.version()))
                .entity(made)
                .build();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Corrects name and INN")
    @APIResponseSchema(value = OrganisationView.class, responseCode = "200")
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Particulars body) {
        var particulars = body == null ? new Particulars(null, null) : body;
        long version = organisations.card(id).version();
        Versions.require(ifMatch, version);
        return answer(organisations.change(id, version, particulars.requiredName(), particulars.number()));
    }

    private static Response answer(OrganisationView organisation) {
        return Response.ok(organisation)
                .tag(Versions.tag(organisation.version()))
                .build();
    }
}
