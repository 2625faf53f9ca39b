package ru.mos.clusters.web.bank;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.file.StatementFormat;
import ru.mos.clusters.bank.statement.StatementAction;
import ru.mos.clusters.bank.statement.StatementEffect;
import ru.mos.clusters.bank.statement.StatementGuard;
import ru.mos.clusters.bank.statement.StatementLine;
import ru.mos.clusters.bank.statement.StatementState;
import ru.mos.clusters.bank.statement.StatementView;
import ru.mos.clusters.bank.statement.Statements;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.web.rest.FileNames;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;
import ru.mos.clusters.web.security.UploadLimit;

/** Statements of the bank. */
@Path("v1/bank/statements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StatementsResource {

    @Inject
    private Statements statements;

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    /** What the contract says of a statement that was taken in. */
    public record TakenStatement(
            UUID id,
            StatementFormat format,
            String encoding,
            int documents,
            BigDecimal turnover,
            @Nullable BigDecimal opening,
            @Nullable BigDecimal closing,
            StatementState state,
            List<StatementFault> problems,
            int matched,
            int unmatched) {

        static TakenStatement of(StatementView view, Locale locale) {
            return new TakenStatement(
                    view.id(),
                    view.format(),
                    view.encoding(),
                    view.documents(),
                    view.turnover(),
                    view.opening(),
                    view.closing(),
                    view.state(),
                    StatementFault.of(view, locale),
                    view.matched(),
                    view.unmatched());
        }
    }

    /** Something of a statement that does not fit. */
    public record StatementFault(String code, String message) {
        static List<StatementFault> of(StatementView view, Locale locale) {
            return view.problems().stream()
                    .map(one -> new StatementFault(
                            one.code(), ProblemTexts.ofSlug(one.code(), ProblemTexts.sums(one.arguments()), locale)))
                    .toList();
        }
    }

    /** A statement as it stands now; {@code problems} are empty in the list. */
    public record BankStatement(
            UUID id,
            long number,
            String fileName,
            StatementFormat format,
            String formatVersion,
            String encoding,
            String account,
            LocalDate from,
            LocalDate until,
            int documents,
            BigDecimal turnover,
            @Nullable BigDecimal opening,
            @Nullable BigDecimal received,
            @Nullable BigDecimal paid,
            @Nullable BigDecimal closing,
            StatementState state,
            boolean gapBefore,
            List<StatementFault> problems,
            int matched,
            int unmatched,
            String uploadedBy,
            @Nullable String concludedBy,
            @Nullable String reason,
            long version,
            List<StatementAction> actions) {

        static BankStatement of(StatementView view, Locale locale) {
            return new BankStatement(
                    view.id(),
                    view.number(),
                    view.fileName(),
                    view.format(),
                    view.formatVersion(),
                    view.encoding(),
                    view.accountNumber(),
                    view.from(),
                    view.until(),
                    view.documents(),
                    view.turnover(),
                    view.opening(),
                    view.received(),
                    view.paid(),
                    view.closing(),
                    view.state(),
                    view.gapBefore(),
                    StatementFault.of(view, locale),
                    view.matched(),
                    view.unmatched(),
                    view.uploadedBy(),
                    view.concludedBy(),
                    view.reason(),
                    view.version(),
                    view.actions());
        }
    }

    /** Why; {@code version}: of the statement that was seen. */
    public record StatementReason(
            @Nullable String reason, @Nullable Long version) {}

    /** A line of the table of what may be done to a statement. */
    public record StatementTransition(
            StatementState from,
            StatementAction action,
            List<String> roles,
            StatementGuard guard,
            StatementState to,
            StatementEffect effect) {}

    @POST
    @Consumes({"application/octet-stream", "application/xml", "text/plain", "text/xml", "*/*"})
    @Operation(
            summary = "Uploads a statement: 1CClientBankExchange text or camt.053",
            description =
                    "The body is the file itself; its bytes tell format and encoding. FLAGGED: something does not fit, and"
                            + " nothing is made of it before a second person looked at it.")
    @APIResponseSchema(value = TakenStatement.class, responseCode = "201")
    public Response submit(@QueryParam("fileName") @Nullable String fileName, InputStream body) {
        var taken = statements.submit(FileNames.of(fileName, "statement"), body, UploadLimit.bytes());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(taken.id().toString()).build())
                .entity(TakenStatement.of(taken, Languages.of(headers)))
                .tag(Versions.tag(taken.version()))
                .build();
    }

    @GET
    @Operation(summary = "Statements, the latest upload first")
    public ListAnswer<BankStatement> list(
            @QueryParam("state") @Nullable StatementState state,
            @QueryParam("account") @Nullable String account,
            @BeanParam Paging paging) {
        var locale = Languages.of(headers);
        return paging.answer(statements.list(state, account, paging.request()), view -> BankStatement.of(view, locale));
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to a statement, in which state, by whom, on what condition")
    public ListAnswer<StatementTransition> transitions(@BeanParam Paging paging) {
        var table = statements.transitions().stream()
                .map(step -> new StatementTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("{statement}")
    @Operation(summary = "A statement, what does not fit in it, and how much of it is matched")
    @APIResponseSchema(value = BankStatement.class, responseCode = "200")
    public Response view(@PathParam("statement") UUID statement) {
        return tagged(statements.view(statement));
    }

    @GET
    @Path("{statement}/documents")
    @Operation(summary = "Documents of a statement in the order of the file")
    public ListAnswer<StatementLine> documents(@PathParam("statement") UUID statement, @BeanParam Paging paging) {
        return paging.answer(statements.lines(statement, paging.request()));
    }

    @POST
    @Path("{statement}/accept")
    @Operation(summary = "Accepts a flagged statement that somebody else uploaded")
    @APIResponseSchema(value = BankStatement.class, responseCode = "200")
    public Response accept(@PathParam("statement") UUID statement, @Nullable StatementReason body) {
        var given = Required.body(body);
        return tagged(statements.accept(statement, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("{statement}/discard")
    @Operation(summary = "Puts a flagged statement away")
    @APIResponseSchema(value = BankStatement.class, responseCode = "200")
    public Response discard(@PathParam("statement") UUID statement, @Nullable StatementReason body) {
        var given = Required.body(body);
        return tagged(statements.discard(statement, given.version(), Required.field(given.reason(), "/reason")));
    }

    private Response tagged(StatementView view) {
        return Response.ok(BankStatement.of(view, Languages.of(headers)))
                .tag(Versions.tag(view.version()))
                .build();
    }
}
