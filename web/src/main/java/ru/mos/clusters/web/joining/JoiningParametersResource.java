package ru.mos.clusters.web.joining;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.joining.JoiningParameter;
import ru.mos.clusters.cluster.joining.JoiningParameters;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** Terms and numbers about joining, dated. */
@Path("v1/joining-parameters")
@Produces(MediaType.APPLICATION_JSON)
public class JoiningParametersResource {

    @Inject
    private JoiningParameters parameters;

    /** A value from a day on; without a sector it is for all that have none of their own. */
    public record NewParameter(
            JoiningParameter.@Nullable Code code,
            @Nullable String sector,
            @Nullable Integer value,
            @Nullable LocalDate from) {}

    @GET
    @Operation(summary = "Terms and numbers about joining with the days from which they hold")
    public ListAnswer<JoiningParameter> list(@BeanParam Paging paging) {
        return paging.stretch(
                parameters.all(), parameter -> parameter.code() + "|" + parameter.sector() + "|" + parameter.from());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets a term or number from a day on")
    public JoiningParameter set(@Nullable NewParameter body) {
        var given = Required.body(body);
        return parameters.set(new JoiningParameter(
                Required.field(given.code(), "/code"),
                given.sector(),
                Required.field(given.value(), "/value"),
                Required.field(given.from(), "/from")));
    }
}
