package ru.mos.clusters.web.expertise;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallTerms.Criterion;
import ru.mos.clusters.call.TieBreak;
import ru.mos.clusters.call.assessment.AssessmentBoard;
import ru.mos.clusters.call.assessment.Assessments;
import ru.mos.clusters.call.assessment.BoardRow;
import ru.mos.clusters.call.assessment.CutRule;
import ru.mos.clusters.call.assessment.Ranked;
import ru.mos.clusters.call.assessment.Ranking;
import ru.mos.clusters.call.assessment.RankingView;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** The ranking of a call, the board behind it, and all scores. */
@Path("v1/rankings/{call}")
@Produces(MediaType.APPLICATION_JSON)
public class RankingsResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private Ranking ranking;

    @Inject
    private AssessmentBoard board;

    @Inject
    private Assessments assessments;

    /** By what a call is ranked, and how far its money reaches; the places are a list of their own. */
    public record RankingHead(
            UUID call,
            String code,
            List<Criterion> criteria,
            BigDecimal minimum,
            int experts,
            TieBreak tieBreak,
            @Nullable String tieCriterion,
            boolean eligibleFirst,
            CutRule cut,
            BigDecimal money,
            BigDecimal within,
            long waiting,
            int ranked) {
        static RankingHead of(RankingView view) {
            return new RankingHead(
                    view.call(),
                    view.code(),
                    view.criteria(),
                    view.minimum(),
                    view.experts(),
                    view.tieBreak(),
                    view.tieCriterion(),
                    view.eligibleFirst(),
                    view.cut(),
                    view.money(),
                    view.within(),
                    view.waiting(),
                    view.ranked().size());
        }
    }

    @GET
    @Operation(summary = "By what a call is ranked, and how far its money reaches")
    public RankingHead ranking(@PathParam("call") UUID call) {
        return RankingHead.of(ranking.of(call));
    }

    @GET
    @Path("places")
    @Operation(summary = "Applications by place, with their exact scores and what the place means")
    public ListAnswer<Ranked> places(@PathParam("call") UUID call, @BeanParam Paging paging) {
        return paging.stretch(ranking.of(call).ranked(), Ranked::number);
    }

    @GET
    @Path("board")
    @Operation(summary = "Applications that are or were assessed, and who was asked to assess each")
    public ListAnswer<BoardRow> board(@PathParam("call") UUID call, @BeanParam Paging paging) {
        return paging.answer(board.list(call, paging.request()));
    }

    @GET
    @Path("scores.xlsx")
    @Produces(XLSX)
    @Operation(summary = "All scores of a call with their reasons, as an XLSX workbook")
    public Response scores(@PathParam("call") UUID call, @Context HttpHeaders headers) {
        StreamingOutput workbook = to -> assessments.export(call, Languages.of(headers), to);
        return Response.ok(workbook, XLSX)
                .header("Content-Disposition", "attachment; filename=\"scores.xlsx\"")
                .build();
    }
}
