package ru.mos.clusters.web.expertise;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.assessment.EnterExpert;
import ru.mos.clusters.call.assessment.ExpertFilter;
import ru.mos.clusters.call.assessment.ExpertPool;
import ru.mos.clusters.call.assessment.ExpertView;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** The pool of experts. */
@Path("v1/experts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExpertsResource {

    @Inject
    private ExpertPool pool;

    /** What the pool keeps of an expert; {@code login} says who. */
    public record NewExpert(
            @Nullable String login,
            @Nullable String inn,
            @Nullable String employer,
            @Nullable String employerName,
            @Nullable List<String> fields,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Own enterprises and relatives of the caller, by their numbers. */
    public record OwnTies(
            @Nullable List<String> enterprises, @Nullable List<String> relatives) {}

    @GET
    @Operation(summary = "Experts of the pool by login, with the work that each has")
    public ListAnswer<ExpertView> list(
            @QueryParam("field") @Nullable String field,
            @QueryParam("inPool") @Nullable Boolean inPool,
            @BeanParam Paging paging) {
        return paging.answer(pool.list(new ExpertFilter(field, inPool), paging.request()));
    }

    @POST
    @Operation(summary = "Takes somebody with the role of an expert into the pool")
    @APIResponseSchema(value = ExpertView.class, responseCode = "201")
    public Response enter(@Nullable NewExpert body, @Context UriInfo uri) {
        var given = Required.body(body);
        var expert = pool.enter(Required.field(given.login(), "/login"), command(given));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(expert.login()).build())
                .tag(Versions.tag(expert.version()))
                .entity(expert)
                .build();
    }

    @GET
    @Path("{login}")
    @Operation(summary = "One expert; experts read only what is kept of themselves")
    @APIResponseSchema(value = ExpertView.class, responseCode = "200")
    public Response expert(@PathParam("login") String login) {
        return answer(pool.expert(login));
    }

    @PUT
    @Path("{login}")
    @Operation(summary = "Says anew what the pool keeps of an expert")
    @APIResponseSchema(value = ExpertView.class, responseCode = "200")
    public Response change(
            @PathParam("login") String login,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable NewExpert body) {
        return answer(pool.change(login, Versions.expected(ifMatch), command(Required.body(body))));
    }

    @POST
    @Path("ties")
    @Operation(summary = "The caller, an expert, says which enterprises are their own and who their relatives are")
    @APIResponseSchema(value = ExpertView.class, responseCode = "200")
    public Response ties(@Nullable OwnTies body) {
        var given = Required.body(body);
        return answer(
                pool.declareTies(inns(given.enterprises(), "/enterprises"), inns(given.relatives(), "/relatives")));
    }

    private static Set<Inn> inns(@Nullable List<String> digits, String pointer) {
        var inns = new LinkedHashSet<Inn>();
        var given = digits == null ? List.<String>of() : digits;
        for (int at = 0; at < given.size(); at++) {
            inns.add(Required.inn(given.get(at), pointer + "/" + at));
        }
        return inns;
    }

    private static EnterExpert command(NewExpert given) {
        return new EnterExpert(
                given.inn() == null ? null : Required.inn(given.inn(), "/inn"),
                given.employer() == null ? null : Required.inn(given.employer(), "/employer"),
                given.employerName(),
                Required.field(given.fields(), "/fields"),
                Required.field(given.from(), "/from"),
                given.to());
    }

    private static Response answer(ExpertView expert) {
        return Response.ok(expert).tag(Versions.tag(expert.version())).build();
    }
}
