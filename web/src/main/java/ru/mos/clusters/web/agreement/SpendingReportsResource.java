package ru.mos.clusters.web.agreement;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.BudgetUse;
import ru.mos.clusters.agreement.ReportFault;
import ru.mos.clusters.agreement.ReportLine;
import ru.mos.clusters.agreement.ReportState;
import ru.mos.clusters.agreement.ReportView;
import ru.mos.clusters.agreement.Reports;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.ProblemDocument;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Reports on how instalments were spent. */
@Path("v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SpendingReportsResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private Reports reports;

    /** All lines of a report, in their order. */
    public record SpendingLines(@Nullable List<@Nullable SpendingLine> lines) {}

    /** What a part of the money was spent on; {@code contractor}: INN of who was paid. */
    public record SpendingLine(
            @Nullable String item,
            @Nullable String contractor,
            @Nullable PaperBody document,
            @Nullable LocalDate paidOn,
            @Nullable BigDecimal amount) {

        private ReportLine required(String pointer) {
            return new ReportLine(
                    Required.field(item, pointer + "/item"),
                    Required.inn(contractor, pointer + "/contractor"),
                    PaperBody.required(document, pointer + "/document"),
                    Required.field(paidOn, pointer + "/paidOn"),
                    Required.field(amount, pointer + "/amount"));
        }
    }

    /** The version of the report that was seen. */
    public record SeenReport(@Nullable Long version) {}

    /** What of the spending counts; {@code amount} null: all. */
    public record ReportAcceptance(
            @Nullable BigDecimal amount,
            @Nullable String reason,
            @Nullable Long version) {}

    /** Why; {@code version}: of the report that was seen. */
    public record ReportReason(
            @Nullable String reason, @Nullable Long version) {}

    /** A report with how it stands to the budget of the agreement, and with what is not as it should be in it. */
    public record CheckedReport(
            UUID id,
            long number,
            UUID agreement,
            long agreementNumber,
            int position,
            FundingMode mode,
            ReportState state,
            BigDecimal paid,
            BigDecimal spent,
            @Nullable BigDecimal eligible,
            @Nullable BigDecimal accepted,
            String writtenBy,
            @Nullable LocalDate submittedOn,
            @Nullable String decidedBy,
            @Nullable LocalDate decidedOn,
            @Nullable String reason,
            long version,
            List<ReportLine> lines,
            List<BudgetUse> items,
            List<ReportFault> faults) {

        static CheckedReport of(ReportView view, List<BudgetUse> items, List<ReportFault> faults) {
            return new CheckedReport(
                    view.id(),
                    view.number(),
                    view.agreement(),
                    view.agreementNumber(),
                    view.position(),
                    view.mode(),
                    view.state(),
                    view.paid(),
                    view.spent(),
                    view.eligible(),
                    view.accepted(),
                    view.writtenBy(),
                    view.submittedOn(),
                    view.decidedBy(),
                    view.decidedOn(),
                    view.reason(),
                    view.version(),
                    view.lines(),
                    items,
                    faults);
        }
    }

    @GET
    @Path("{report: [0-9a-fA-F-]{36}}")
    @Operation(summary = "A report with its lines and with what is not as it should be in them")
    @APIResponseSchema(value = CheckedReport.class, responseCode = "200")
    public Response view(@PathParam("report") UUID report) {
        var view = reports.view(report);
        return Response.ok(CheckedReport.of(view, reports.uses(report), reports.faults(report)))
                .tag(Versions.tag(view.version()))
                .build();
    }

    @PUT
    @Path("{report: [0-9a-fA-F-]{36}}/lines")
    @Operation(summary = "Writes all lines of a report anew")
    @APIResponseSchema(value = ReportView.class, responseCode = "200")
    public Response write(
            @PathParam("report") UUID report,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable SpendingLines body) {
        var version = Versions.expected(ifMatch);
        var lines = new ArrayList<ReportLine>();
        for (var line : Required.field(Required.body(body).lines(), "/lines")) {
            var pointer = "/lines/" + lines.size();
            lines.add(Required.field(line, pointer).required(pointer));
        }
        return tagged(Response.ok(), reports.save(report, version, lines));
    }

    @POST
    @Path("{report: [0-9a-fA-F-]{36}}/submit")
    @Operation(summary = "Sends a report for acceptance")
    @APIResponseSchema(value = ReportView.class, responseCode = "200")
    public Response submit(@PathParam("report") UUID report, @Nullable SeenReport body) {
        return tagged(Response.ok(), reports.submit(report, body == null ? null : body.version()));
    }

    @GET
    @Path("{report: [0-9a-fA-F-]{36}}/workbook")
    @Produces(XLSX)
    @Operation(summary = "The lines of a report as a workbook to be filled in further")
    public Response workbook(@PathParam("report") UUID report, @Context HttpHeaders headers) {
        var version = reports.view(report).version();
        return Response.ok(reports.workbook(report, Languages.of(headers)), XLSX)
                .header("Content-Disposition", "attachment; filename=\"report.xlsx\"")
                .tag(Versions.tag(version))
                .build();
    }

    @PUT
    @Path("{report: [0-9a-fA-F-]{36}}/workbook")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Writes all lines of a report anew as a workbook says them, or none",
            description = "The body is the workbook; each fault is told by a pointer /sheet/row/column.")
    @APIResponseSchema(value = ReportView.class, responseCode = "200")
    public Response upload(
            @PathParam("report") UUID report,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpHeaders headers,
            InputStream body) {
        var answer = reports.upload(report, Versions.expected(ifMatch), body);
        var written = answer.report();
        return written == null
                ? ProblemDocument.of(
                                new Problem(AgreementProblem.REPORT_WORKBOOK_REFUSED, answer.rejections()),
                                answer.rejected(),
                                Languages.of(headers))
                        .response()
                : tagged(Response.ok(), written);
    }

    @POST
    @Path("{report: [0-9a-fA-F-]{36}}/accept")
    @Operation(summary = "Accepts a report whole, or the part that its faultless lines come to")
    @APIResponseSchema(value = ReportView.class, responseCode = "200")
    public Response accept(@PathParam("report") UUID report, @Nullable ReportAcceptance body) {
        var given = body == null ? new ReportAcceptance(null, null, null) : body;
        return tagged(Response.ok(), reports.accept(report, given.version(), given.amount(), given.reason()));
    }

    @POST
    @Path("{report: [0-9a-fA-F-]{36}}/return")
    @Operation(summary = "Gives a report back to be mended")
    @APIResponseSchema(value = ReportView.class, responseCode = "200")
    public Response giveBack(@PathParam("report") UUID report, @Nullable ReportReason body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(), reports.giveBack(report, given.version(), Required.field(given.reason(), "/reason")));
    }

    private static Response tagged(Response.ResponseBuilder builder, ReportView report) {
        return builder.entity(report).tag(Versions.tag(report.version())).build();
    }
}
