package ru.mos.clusters.web.project;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.project.IndicatorSense;
import ru.mos.clusters.project.IndicatorView;
import ru.mos.clusters.project.ProjectDirection;
import ru.mos.clusters.project.ProjectIndicators;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** The catalogue of indicators of joint projects. */
@Path("v1/project-indicators")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProjectIndicatorsResource {

    @Inject
    private ProjectIndicators indicators;

    /** An indicator to add. */
    public record NewIndicator(
            @Nullable String code,
            @Nullable ProjectDirection direction,
            @Nullable String nameRu,
            @Nullable String nameEn,
            @Nullable String unitRu,
            @Nullable String unitEn,
            @Nullable IndicatorSense sense) {}

    @GET
    @Operation(summary = "Indicators by direction")
    public ListAnswer<IndicatorView> list(@BeanParam Paging paging) {
        return paging.stretch(indicators.list(), IndicatorView::code);
    }

    @POST
    @Operation(summary = "Adds an indicator to the catalogue")
    @APIResponseSchema(value = IndicatorView.class, responseCode = "201")
    public Response add(@Nullable NewIndicator body) {
        var asked = Required.body(body);
        var added = indicators.add(new IndicatorView(
                Required.field(asked.code(), "/code"),
                Required.field(asked.direction(), "/direction"),
                Required.field(asked.nameRu(), "/nameRu"),
                Required.field(asked.nameEn(), "/nameEn"),
                Required.field(asked.unitRu(), "/unitRu"),
                Required.field(asked.unitEn(), "/unitEn"),
                Required.field(asked.sense(), "/sense")));
        return Response.status(Response.Status.CREATED).entity(added).build();
    }
}
