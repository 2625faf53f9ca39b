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
import ru.mos.clusters.agreement.ClusterSuccession;
import ru.mos.clusters.agreement.Successions;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** What became of the clusters of an agreement's project. */
@Path("v1/agreements/{agreement}/cluster-successions")
@Produces(MediaType.APPLICATION_JSON)
public class AgreementClustersResource {

    @Inject
    private Successions successions;

    @GET
    @Operation(summary = "Into which clusters those of the project have gone, in the order of days")
    public ListAnswer<ClusterSuccession> list(@PathParam("agreement") UUID agreement, @BeanParam Paging paging) {
        return paging.stretch(successions.clusters(agreement), one -> one.predecessor() + " " + one.on());
    }
}
