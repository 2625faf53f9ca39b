package ru.mos.clusters.web.agreement;

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
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.ReportView;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Reports on the instalments of an agreement. */
@Path("v1/agreements/{agreement}/reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgreementReportsResource {

    @Inject
    private Reports reports;

    /** Which instalment is accounted for. */
    public record InstalmentToReport(@Nullable Integer position) {}

    @GET
    @Operation(summary = "Reports of an agreement in the order of instalments, without their lines")
    public ListAnswer<ReportView> list(@PathParam("agreement") UUID agreement, @BeanParam Paging paging) {
        return paging.stretch(reports.of(agreement), one -> one.id().toString());
    }

    @POST
    @Operation(summary = "Begins the report on an instalment of which something was paid")
    @APIResponseSchema(value = ReportView.class, responseCode = "201")
    public Response begin(
            @PathParam("agreement") UUID agreement, @Nullable InstalmentToReport body, @Context UriInfo uri) {
        var report = reports.begin(agreement, Required.field(Required.body(body).position(), "/position"));
        return Response.created(uri.getBaseUriBuilder()
                        .path("v1/reports")
                        .path(report.id().toString())
                        .build())
                .entity(report)
                .tag(Versions.tag(report.version()))
                .build();
    }
}
