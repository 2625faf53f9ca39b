package ru.mos.clusters.web.registry;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.registry.EntityKind;
import ru.mos.clusters.registry.EntitySearch;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;

/** The filters of a list of enterprises, for use as a {@code @BeanParam}. */
public class EntityFilter {

    @QueryParam("query")
    @Parameter(description = "Beginning of an INN or OGRN, or words or parts of the name in any order and case")
    private @Nullable String query;

    @QueryParam("category")
    @Parameter(description = "Category in the register on the date")
    private @Nullable SmeCategory category;

    @QueryParam("kind")
    private @Nullable EntityKind kind;

    @QueryParam("region")
    @Parameter(description = "Code of the constituent entity, two digits")
    private @Nullable String region;

    @QueryParam("activity")
    @Parameter(
            description =
                    "Code of the main activity or its beginning; also finds who declares only a wider code (26 for 26.51)")
    private @Nullable String activity;

    @QueryParam("status")
    @Parameter(description = "Status in the register on the date")
    private @Nullable SmeStatus status;

    @QueryParam("asOf")
    @Parameter(description = "Date of status and category; today in Moscow if absent")
    private @Nullable LocalDate asOf;

    /** As the service takes it. */
    EntitySearch search() {
        return new EntitySearch(query, category, kind, region, activity, status, asOf);
    }
}
