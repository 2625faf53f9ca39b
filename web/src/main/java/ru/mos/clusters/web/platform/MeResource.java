package ru.mos.clusters.web.platform;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Time;

/** Who am I: the cheapest authenticated request. */
@Path("v1/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** The caller as the system sees it. */
    public record Me(String login, List<String> roles, LocalDate today) {}

    @GET
    @Operation(summary = "Login and roles of the caller, and today in Moscow")
    public Me me() {
        return new Me(caller.login(), Role.ALL.stream().filter(caller::hasRole).toList(), time.today());
    }
}
