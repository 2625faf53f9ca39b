package ru.mos.clusters.web.agreement;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import ru.mos.clusters.agreement.ReviewView;
import ru.mos.clusters.agreement.Reviews;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** Reviews of an agreement. */
@Path("v1/agreements/{agreement}/reviews")
@Produces(MediaType.APPLICATION_JSON)
public class AgreementReviewsResource {

    @Inject
    private Reviews reviews;

    @GET
    @Operation(summary = "Reviews of an agreement, the latest first")
    public ListAnswer<ReviewView> list(@PathParam("agreement") UUID agreement, @BeanParam Paging paging) {
        return paging.stretch(reviews.of(agreement), one -> one.id().toString());
    }
}
