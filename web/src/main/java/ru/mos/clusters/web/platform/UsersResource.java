package ru.mos.clusters.web.platform;

import jakarta.ejb.EJB;
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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ChangeUser;
import ru.mos.clusters.platform.NewUser;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.UserFilter;
import ru.mos.clusters.platform.UserView;
import ru.mos.clusters.platform.Users;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Versions;

/** Who may log in, for administrators. */
@Path("v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UsersResource {

    @EJB
    private Users users;

    /** Somebody new; without a password one is made and answered once. */
    public record Newcomer(
            @Nullable String login,
            @Nullable String name,
            @Nullable UUID organisation,
            @Nullable Set<String> roles,
            @Nullable String password) {}

    /** What is to hold of a user. */
    public record Particulars(
            @Nullable String name,
            @Nullable UUID organisation,
            @Nullable Set<String> roles) {}

    /** @param heir who takes over the open tasks; null: whoever has the leaver's role */
    public record Leave(@Nullable String reason, @Nullable String heir) {}

    /** @param tasksHandedOver open tasks that changed hands */
    public record Left(int tasksHandedOver) {}

    /** @param reason for the record */
    public record Return(@Nullable String reason) {}

    /** @param password null in a request: make one; null in an answer: the one given */
    public record Password(@Nullable String password) {}

    @GET
    @Operation(summary = "Users by name")
    public ListAnswer<UserView> list(
            @QueryParam("query") @Nullable String text,
            @QueryParam("role") @Nullable String role,
            @QueryParam("state") UserFilter.@Nullable State state,
            @BeanParam Paging paging) {
        return paging.answer(users.list(new UserFilter(text, role, state), paging.request()));
    }

    @POST
    @Operation(summary = "Lets somebody in; the password, if made, is in this answer only")
    @APIResponseSchema(value = Users.Created.class, responseCode = "201")
    public Response create(@Nullable Newcomer body, @Context UriInfo uri) {
        var user = given(body, "");
        var created = users.create(new NewUser(
                given(user.login(), "login"),
                given(user.name(), "name"),
                user.organisation(),
                given(user.roles(), "roles"),
                user.password()));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(created.user().login())
                        .build())
                .tag(Versions.tag(created.user().version()))
                .entity(created)
                .build();
    }

    @GET
    @Path("{login}")
    @Operation(summary = "One user")
    @APIResponseSchema(value = UserView.class, responseCode = "200")
    public Response card(@PathParam("login") String login) {
        return answer(users.card(login));
    }

    @PUT
    @Path("{login}")
    @Operation(summary = "Corrects name, organisation and roles; works at once")
    @APIResponseSchema(value = UserView.class, responseCode = "200")
    public Response change(
            @PathParam("login") String login,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Particulars body) {
        var user = given(body, "");
        long version = users.card(login).version();
        Versions.require(ifMatch, version);
        return answer(users.change(new ChangeUser(
                login, version, given(user.name(), "name"), user.organisation(), given(user.roles(), "roles"))));
    }

    @POST
    @Path("{login}/deactivate")
    @Operation(summary = "Closes the account of a leaver and hands over the open tasks")
    public Left deactivate(@PathParam("login") String login, @Nullable Leave body) {
        var leave = given(body, "");
        return new Left(users.deactivate(login, given(leave.reason(), "reason"), leave.heir()));
    }

    @POST
    @Path("{login}/reactivate")
    @Operation(summary = "Opens a closed account again")
    @APIResponse(responseCode = "204", description = "Open again")
    public void reactivate(@PathParam("login") String login, @Nullable Return body) {
        users.reactivate(login, given(given(body, "").reason(), "reason"));
    }

    @POST
    @Path("{login}/handover")
    @Operation(summary = "Lets whom the log-in provider vouches for under this login have it, within a day")
    @APIResponse(responseCode = "204", description = "Allowed")
    public void handOver(@PathParam("login") String login, @Nullable Return body) {
        users.handOver(login, given(given(body, "").reason(), "reason"));
    }

    @POST
    @Path("{login}/unlock")
    @Operation(summary = "Ends a lock after refused log-ins")
    @APIResponse(responseCode = "204", description = "Unlocked")
    public void unlock(@PathParam("login") String login) {
        users.unlock(login);
    }

    @POST
    @Path("{login}/password")
    @Operation(summary = "Gives another password; one that is made is in this answer only")
    public Password resetPassword(@PathParam("login") String login, @Nullable Password body) {
        return new Password(users.resetPassword(login, body == null ? null : body.password()));
    }

    private static Response answer(UserView user) {
        return Response.ok(user).tag(Versions.tag(user.version())).build();
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, field).at("/" + field);
        }
        return value;
    }
}
