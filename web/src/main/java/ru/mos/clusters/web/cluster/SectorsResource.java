package ru.mos.clusters.web.cluster;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.AddSector;
import ru.mos.clusters.cluster.SectorActivity;
import ru.mos.clusters.cluster.SectorView;
import ru.mos.clusters.cluster.Sectors;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** The directory of sectors. */
@Path("v1/sectors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SectorsResource {

    @Inject
    private Sectors sectors;

    /** A sector to be added. */
    public record NewSector(
            @Nullable String code,
            @Nullable String nameRu,
            @Nullable String nameEn,
            @Nullable String prefix,
            @Nullable LocalDate from,
            @Nullable List<NewActivity> activities) {
        AddSector command() {
            var start = Required.field(from, "/from");
            return new AddSector(
                    Required.field(code, "/code"),
                    Required.field(nameRu, "/nameRu"),
                    Required.field(nameEn, "/nameEn"),
                    prefix,
                    start,
                    activities == null
                            ? List.of()
                            : activities.stream()
                                    .map(activity -> Required.field(activity, "/activities")
                                            .activity(start))
                                    .toList());
        }
    }

    /** An activity that shall suggest it: by the second edition and closely, from the sector's first day, unless said. */
    public record NewActivity(
            SectorActivity.@Nullable Classifier classifier,
            @Nullable String code,
            SectorActivity.@Nullable Tier tier,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        SectorActivity activity(LocalDate start) {
            return new SectorActivity(
                    classifier == null ? SectorActivity.Classifier.OKVED2 : classifier,
                    Required.field(code, "/activities/code"),
                    tier == null ? SectorActivity.Tier.CORE : tier,
                    from == null ? start : from,
                    to);
        }
    }

    @GET
    @Operation(summary = "Sectors with the activities that suggest them")
    public ListAnswer<SectorView> list(@BeanParam Paging paging) {
        return paging.answer(sectors.list(paging.request()));
    }

    @POST
    @Operation(summary = "Adds a sector")
    @APIResponseSchema(value = SectorView.class, responseCode = "201")
    public Response add(@Nullable NewSector body, @Context UriInfo uri) {
        var sector = sectors.add(Required.body(body).command());
        return Response.created(uri.getAbsolutePathBuilder().path(sector.code()).build())
                .entity(sector)
                .build();
    }
}
