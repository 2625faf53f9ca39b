package ru.mos.clusters.web.agreement;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.ReviewView;
import ru.mos.clusters.agreement.Reviews;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Reviews that hold payment. */
@Path("v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReviewsResource {

    @Inject
    private Reviews reviews;

    /** Why an instalment may be paid all the same, and by which document. */
    public record ReviewWaiver(
            @Nullable String reason,
            @Nullable String document,
            @Nullable Long version) {}

    /** Why; {@code version}: of the review that was seen. */
    public record ReviewReason(
            @Nullable String reason, @Nullable Long version) {}

    @GET
    @Path("{review}")
    @Operation(summary = "A review: why payment is held, and what came of it")
    @APIResponseSchema(value = ReviewView.class, responseCode = "200")
    public Response view(@PathParam("review") UUID review) {
        return tagged(reviews.view(review));
    }

    @POST
    @Path("{review}/waive")
    @Operation(summary = "Lets the instalment be paid where it is not known whether the conditions are met")
    @APIResponseSchema(value = ReviewView.class, responseCode = "200")
    public Response waive(@PathParam("review") UUID review, @Nullable ReviewWaiver body) {
        var given = Required.body(body);
        return tagged(reviews.waive(
                review,
                given.version(),
                Required.field(given.reason(), "/reason"),
                Required.field(given.document(), "/document")));
    }

    @POST
    @Path("{review}/confirm")
    @Operation(summary = "Finds that the conditions are not met for good: nothing more is paid")
    @APIResponseSchema(value = ReviewView.class, responseCode = "200")
    public Response confirm(@PathParam("review") UUID review, @Nullable ReviewReason body) {
        var given = Required.body(body);
        return tagged(reviews.confirm(review, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("{review}/look-again")
    @Operation(summary = "Checks the project anew; the review is lifted where its cause is gone")
    @APIResponseSchema(value = ReviewView.class, responseCode = "200")
    public Response lookAgain(@PathParam("review") UUID review) {
        return tagged(reviews.lookAgain(review));
    }

    private static Response tagged(ReviewView review) {
        return Response.ok(review).tag(Versions.tag(review.version())).build();
    }
}
