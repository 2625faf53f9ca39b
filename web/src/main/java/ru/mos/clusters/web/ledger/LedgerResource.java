package ru.mos.clusters.web.ledger;

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
import jakarta.ws.rs.core.StreamingOutput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ledger.AccountBalance;
import ru.mos.clusters.ledger.AccountFilter;
import ru.mos.clusters.ledger.AccountLine;
import ru.mos.clusters.ledger.Books;
import ru.mos.clusters.ledger.ClosedMonth;
import ru.mos.clusters.ledger.EntryFilter;
import ru.mos.clusters.ledger.EntryView;
import ru.mos.clusters.ledger.ExecutionFilter;
import ru.mos.clusters.ledger.ExecutionLine;
import ru.mos.clusters.ledger.JournalFormat;
import ru.mos.clusters.ledger.LedgerFault;
import ru.mos.clusters.ledger.Months;
import ru.mos.clusters.ledger.Stage;
import ru.mos.clusters.ledger.StageBalance;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** The ledger: trial balance, statements, the journal, closed months. */
@Path("v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LedgerResource {

    @Inject
    private Books books;

    @Inject
    private Months months;

    /** The trial balance of the contract. */
    public record TrialBalanceAnswer(LocalDate on, List<TrialAccount> accounts, BigDecimal debit, BigDecimal credit) {}

    /** An account of it; its name is in the language asked for. */
    public record TrialAccount(String code, String name, BigDecimal debit, BigDecimal credit, BigDecimal balance) {}

    /** The last day of the last month that is to be closed. */
    public record MonthToClose(@Nullable LocalDate through) {}

    @GET
    @Path("trial-balance")
    @Operation(
            summary = "What every account was debited and credited with up to a day",
            description =
                    "As known at an instant: asked again with the same knownOn, it comes to the same at any later time.")
    public TrialBalanceAnswer trialBalance(
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("knownOn") @Nullable Instant knownOn,
            @Context HttpHeaders headers) {
        var balance = books.trialBalance(on, knownOn);
        var locale = Languages.of(headers);
        return new TrialBalanceAnswer(
                balance.on(),
                balance.accounts().stream()
                        .map(one -> new TrialAccount(
                                one.code(), one.name(locale), one.debit(), one.credit(), one.balance()))
                        .toList(),
                balance.debit(),
                balance.credit());
    }

    @GET
    @Path("stages")
    @Operation(summary = "What the stages of money hold altogether")
    public ListAnswer<StageBalance> stages(
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("knownOn") @Nullable Instant knownOn,
            @QueryParam("year") @Nullable Integer year,
            @BeanParam Paging paging) {
        return paging.stretch(
                books.stages(new AccountFilter(on, knownOn, null, year, null, null)),
                stage -> stage.stage().name());
    }

    @GET
    @Path("execution")
    @Operation(
            summary = "The execution of a budget year: each budget code, and under it each decision or agreement",
            description =
                    "Sums as they stood on a day and as known at an instant; executed is what was paid as an exact share of the "
                            + "limits given, of a subject of what was set apart for it.")
    public ListAnswer<ExecutionLine> execution(
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("knownOn") @Nullable Instant knownOn,
            @QueryParam("kbk") @Nullable String kbk,
            @BeanParam Paging paging) {
        return paging.answer(books.execution(new ExecutionFilter(year, on, knownOn, kbk), paging.request()));
    }

    @GET
    @Path("accounts")
    @Operation(summary = "Accounts in the order of the way money takes, with what they held")
    public ListAnswer<AccountBalance> accounts(
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("knownOn") @Nullable Instant knownOn,
            @QueryParam("stage") @Nullable Stage stage,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("kbk") @Nullable String kbk,
            @QueryParam("subject") @Nullable String subject,
            @BeanParam Paging paging) {
        return paging.answer(
                books.accounts(new AccountFilter(on, knownOn, stage, year, kbk, subject), paging.request()));
    }

    @GET
    @Path("accounts/{code}")
    @Operation(summary = "What an account holds now")
    public AccountBalance account(@PathParam("code") String code) {
        return books.account(code);
    }

    @GET
    @Path("accounts/{code}/lines")
    @Operation(summary = "The statement of an account, the latest line first")
    public ListAnswer<AccountLine> lines(@PathParam("code") String code, @BeanParam Paging paging) {
        return paging.answer(books.statement(code, paging.request()));
    }

    @GET
    @Path("entries")
    @Operation(summary = "The journal, the latest entry first")
    public ListAnswer<EntryView> entries(
            @QueryParam("operation") ru.mos.clusters.ledger.@Nullable Operation operation,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("until") @Nullable LocalDate until,
            @BeanParam Paging paging) {
        return paging.answer(books.entries(new EntryFilter(operation, from, until), paging.request()));
    }

    @GET
    @Path("entries/{entry}")
    @Operation(summary = "An entry with the accounts it debits and credits")
    public EntryView entry(@PathParam("entry") String entry) {
        return books.entry(entry.matches("\\d{1,18}") ? Long.parseLong(entry) : 0);
    }

    @GET
    @Path("faults")
    @Operation(
            summary = "Where the books are not what was written",
            description = "Adds everything up and checks every seal; an empty list: nothing was tampered with.")
    public ListAnswer<LedgerFault> faults(@BeanParam Paging paging) {
        return paging.stretch(books.faults(), LedgerFault::toString);
    }

    @GET
    @Path("journal.hledger")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The whole journal as hledger reads it, with the balances it must come to")
    public Response hledger(@Context HttpHeaders headers) {
        return journal(JournalFormat.HLEDGER, headers);
    }

    @GET
    @Path("journal.beancount")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The whole journal as beancount reads it, with the balances it must come to")
    public Response beancount(@Context HttpHeaders headers) {
        return journal(JournalFormat.BEANCOUNT, headers);
    }

    private Response journal(JournalFormat format, HttpHeaders headers) {
        var locale = Languages.of(headers);
        StreamingOutput text = to -> books.journal(format, locale, to);
        return Response.ok(text, MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8")).build();
    }

    @GET
    @Path("journal.csv")
    @Produces("text/csv")
    @Operation(
            summary = "The journal as a table for an accounting program, a line for each pair of budget accounts",
            description =
                    "UTF-8 with a byte order mark, columns apart by semicolons; accounts of the budget chart as they stood on the "
                            + "day, of a correction exchanged. An operation that books nothing there has empty accounts.")
    public Response table(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @Context HttpHeaders headers) {
        var locale = Languages.of(headers);
        StreamingOutput text = out -> books.table(from, to, locale, out);
        return Response.ok(text, new MediaType("text", "csv", "UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"journal.csv\"")
                .build();
    }

    @GET
    @Path("months")
    @Operation(summary = "Closed months, the latest first")
    public ListAnswer<ClosedMonth> closed(@BeanParam Paging paging) {
        return paging.stretch(months.list(), month -> month.through().toString());
    }

    @POST
    @Path("months")
    @Operation(summary = "Closes all months up to one for good")
    @APIResponseSchema(value = ClosedMonth.class, responseCode = "200")
    public ClosedMonth close(@Nullable MonthToClose body) {
        return months.close(Required.field(Required.body(body).through(), "/through"));
    }
}
