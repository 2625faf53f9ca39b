package ru.mos.clusters.web.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.registry.PersonNames;

/** How long names of private persons are kept. */
@Path("v1/name-retention")
@Produces(MediaType.APPLICATION_JSON)
public class PersonNamesResource {

    @Inject
    private PersonNames names;

    /** Years after the last appearance. */
    public record Retention(@Nullable Integer years) {}

    /** Persons whose names were cut to surname and initials. */
    public record Forgotten(int persons) {}

    @GET
    @Operation(summary = "For how many years after their last appearance names of private persons are kept")
    public Retention retention() {
        return new Retention(names.years());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets for how many years names of private persons are kept")
    public Retention keep(@Nullable Retention body) {
        var years = body == null ? null : body.years();
        if (years == null) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, "/years").at("/years");
        }
        return new Retention(names.keepFor(years));
    }

    @POST
    @Path("forget")
    @Operation(summary = "Forgets the names of private persons whose time is over")
    public Forgotten forget() {
        return new Forgotten(names.forget());
    }
}
