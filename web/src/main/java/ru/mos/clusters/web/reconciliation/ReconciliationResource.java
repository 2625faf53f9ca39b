package ru.mos.clusters.web.reconciliation;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import ru.mos.clusters.reconciliation.Reconciliation;
import ru.mos.clusters.reconciliation.ReconciliationLine;
import ru.mos.clusters.reconciliation.ReconciliationTotals;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** What bank, agreements and ledger say of the same money. */
@Path("v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationResource {

    @Inject
    private Reconciliation reconciliation;

    @GET
    @Operation(
            summary = "Figures of agreements as three books have them",
            description =
                    "differing=true: only where they do not say the same; none means that all agree to the kopeck.")
    public ListAnswer<ReconciliationLine> list(@QueryParam("differing") boolean differing, @BeanParam Paging paging) {
        return paging.answer(reconciliation.lines(differing, paging.request()));
    }

    @GET
    @Path("totals")
    @Operation(summary = "All agreements together, and what of the bank nobody has placed yet")
    public ReconciliationTotals totals() {
        return reconciliation.totals();
    }
}
