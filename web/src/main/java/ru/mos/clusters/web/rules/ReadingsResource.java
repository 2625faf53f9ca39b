package ru.mos.clusters.web.rules;

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
import ru.mos.clusters.eligibility.OutcomeChange;
import ru.mos.clusters.eligibility.draft.ReadingEffects;
import ru.mos.clusters.ownership.OwnershipReadings;
import ru.mos.clusters.ownership.ProposeReading;
import ru.mos.clusters.ownership.ReadingCode;
import ru.mos.clusters.ownership.ReadingProposalView;
import ru.mos.clusters.ownership.ReadingView;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** How the law of affiliation is read. */
@Path("v1/ownership/readings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReadingsResource {

    @Inject
    private OwnershipReadings readings;

    @Inject
    private ReadingEffects effects;

    /** A reading to be proposed. */
    public record NewReading(
            @Nullable ReadingCode code,
            @Nullable String value,
            @Nullable LocalDate from,
            @Nullable String basis) {
        ProposeReading command() {
            return new ProposeReading(
                    Required.field(code, "/code"),
                    Required.field(value, "/value"),
                    Required.field(from, "/from"),
                    Required.field(basis, "/basis"));
        }
    }

    @GET
    @Operation(summary = "Readings on record, by code, the latest day first")
    public ListAnswer<ReadingView> list(@BeanParam Paging paging) {
        return paging.stretch(readings.list(), reading -> reading.code() + " " + reading.from());
    }

    @POST
    @Operation(summary = "Proposes a reading from a day on; a second person confirms it")
    @APIResponseSchema(value = ReadingProposalView.class, responseCode = "201")
    public Response propose(@Nullable NewReading body, @Context UriInfo uri) {
        var proposal = readings.propose(Required.body(body).command());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path("proposals")
                        .path(proposal.id().toString())
                        .build())
                .entity(proposal)
                .build();
    }

    @GET
    @Path("proposals")
    @Operation(summary = "Proposed readings, the latest first, decided ones too")
    public ListAnswer<ReadingProposalView> proposals(@BeanParam Paging paging) {
        return paging.answer(readings.proposals(paging.request()));
    }

    @GET
    @Path("proposals/{id}")
    @Operation(summary = "One proposed reading")
    public ReadingProposalView proposal(@PathParam("id") UUID id) {
        return readings.proposal(id);
    }

    @GET
    @Path("proposals/{id}/preview")
    @Operation(summary = "Clusters of which a condition would come to something else by the proposed reading")
    public ListAnswer<OutcomeChange> preview(
            @PathParam("id") UUID id, @QueryParam("day") @Nullable LocalDate day, @BeanParam Paging paging) {
        return paging.stretch(
                effects.preview(id, day), change -> change.cluster().toString());
    }

    @POST
    @Path("proposals/{id}/confirm")
    @Operation(summary = "Puts the proposed reading in force from its day on; whoever proposed it may not")
    public ReadingProposalView confirm(@PathParam("id") UUID id) {
        return readings.confirm(id);
    }

    @POST
    @Path("proposals/{id}/refuse")
    @Operation(summary = "Drops the proposed reading")
    public ReadingProposalView refuse(@PathParam("id") UUID id) {
        return readings.refuse(id);
    }
}
