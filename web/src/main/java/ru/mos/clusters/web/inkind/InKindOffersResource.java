package ru.mos.clusters.web.inkind;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.inkind.InKindOffers;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** What recipients can ask for. */
@Path("v1/in-kind-offers")
@Produces(MediaType.APPLICATION_JSON)
public class InKindOffersResource {

    @Inject
    private InKindOffers offers;

    @GET
    @Operation(
            summary =
                    "Services that accredited organisations offer on a date, with what is left of that year's capacity")
    public ListAnswer<InKindOffers.Offered> offers(
            @QueryParam("asOf") @Nullable LocalDate asOf, @BeanParam Paging paging) {
        return paging.stretch(offers.offers(asOf), offer -> offer.id().toString());
    }

    @GET
    @Path("kinds")
    @Operation(summary = "Kinds of support that is no money, with the units of their form")
    public ListAnswer<InKindOffers.Measured> kinds(@BeanParam Paging paging) {
        return paging.stretch(offers.kinds(), kind -> kind.form() + " " + kind.kind() + " " + kind.unit());
    }
}
