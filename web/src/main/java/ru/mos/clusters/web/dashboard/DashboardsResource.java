package ru.mos.clusters.web.dashboard;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.dashboard.Board;
import ru.mos.clusters.dashboard.BoardBy;
import ru.mos.clusters.dashboard.BoardLine;
import ru.mos.clusters.dashboard.BoardQuestion;
import ru.mos.clusters.dashboard.Dashboards;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** Boards of figures. */
@Path("v1/dashboards/{board}")
@Produces(MediaType.APPLICATION_JSON)
public class DashboardsResource {

    @Inject
    private Dashboards dashboards;

    @GET
    @Operation(
            summary = "Lines of a board on a day, all together first where they can be put together",
            description =
                    "by: one of the groupings of the board, its usual one where it is left out. year: of the budget or the need; "
                            + "of co-financing and support all years where it is left out.")
    public ListAnswer<BoardLine> lines(
            @PathParam("board") Board board,
            @QueryParam("by") @Nullable BoardBy by,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("year") @Nullable Integer year,
            @BeanParam Paging paging) {
        return paging.answer(dashboards.lines(new BoardQuestion(board, by, asOf, year), paging.request()));
    }
}
