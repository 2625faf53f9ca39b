package ru.mos.clusters.web.platform;

import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.TaskView;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** What the caller has to do. */
@Path("v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
public class TasksResource {

    @EJB
    private Tasks tasks;

    /** @param note what was done, for the record */
    public record Closing(@Nullable String note) {}

    @GET
    @Operation(summary = "Open tasks of the caller and of the caller's roles, overdue first")
    public ListAnswer<TaskView> mine(@BeanParam Paging paging) {
        return paging.answer(tasks.mine(paging.request()));
    }

    @POST
    @Path("{id}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Closes a task of the caller")
    @APIResponse(responseCode = "204", description = "Closed")
    public void close(@PathParam("id") UUID id, @Nullable Closing closing) {
        tasks.close(id, closing == null ? null : closing.note());
    }
}
