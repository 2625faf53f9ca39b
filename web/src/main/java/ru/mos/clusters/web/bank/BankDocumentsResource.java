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
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.ReceiptQuestion;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.bank.statement.DocumentFilter;
import ru.mos.clusters.bank.statement.DocumentView;
import ru.mos.clusters.bank.statement.Documents;
import ru.mos.clusters.bank.statement.MatchCandidate;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** Movements on our accounts and where they belong. */
@Path("v1/bank/documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BankDocumentsResource {

    @Inject
    private Documents documents;

    /** The instruction that a payment executed. */
    public record MatchedInstruction(@Nullable UUID instruction) {}

    /** What a receipt is for. */
    public record ReceiptSubject(
            @Nullable String kind, @Nullable String id) {}

    /** Why something is taken back. */
    public record TakingBack(@Nullable String reason) {}

    @GET
    @Operation(
            summary = "Movements shown by accepted statements, each once, the latest first",
            description = "incoming=true&placed=false: receipts that nobody said what for.")
    public ListAnswer<DocumentView> list(
            @QueryParam("incoming") @Nullable Boolean incoming,
            @QueryParam("placed") @Nullable Boolean placed,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("until") @Nullable LocalDate until,
            @QueryParam("text") @Nullable String text,
            @BeanParam Paging paging) {
        return paging.answer(documents.list(new DocumentFilter(incoming, placed, from, until, text), paging.request()));
    }

    @GET
    @Path("{document}")
    @Operation(summary = "A movement and where it belongs")
    public DocumentView view(@PathParam("document") UUID document) {
        return documents.view(document);
    }

    @GET
    @Path("{document}/candidates")
    @Operation(summary = "Waiting payment orders over the sum of a payment, what agrees most first")
    public ListAnswer<MatchCandidate> candidates(@PathParam("document") UUID document, @BeanParam Paging paging) {
        return paging.stretch(
                documents.candidates(document), one -> one.instruction().toString());
    }

    @GET
    @Path("{document}/subjects")
    @Operation(summary = "What a receipt may be for")
    public ListAnswer<ReceiptQuestion.Candidate> subjects(
            @PathParam("document") UUID document, @BeanParam Paging paging) {
        return paging.stretch(documents.subjects(document), one -> one.source().toString());
    }

    @POST
    @Path("{document}/match")
    @Operation(summary = "Says that a payment executed a payment order")
    @APIResponseSchema(value = DocumentView.class, responseCode = "200")
    public DocumentView match(@PathParam("document") UUID document, @Nullable MatchedInstruction body) {
        return documents.match(document, Required.field(Required.body(body).instruction(), "/instruction"));
    }

    @POST
    @Path("{document}/undo")
    @Operation(summary = "Says that a payment did not execute the order it was matched with")
    @APIResponseSchema(value = DocumentView.class, responseCode = "200")
    public DocumentView undo(@PathParam("document") UUID document, @Nullable TakingBack body) {
        return documents.undo(document, Required.field(Required.body(body).reason(), "/reason"));
    }

    @POST
    @Path("{document}/assign")
    @Operation(summary = "Says what money that came in is for")
    @APIResponseSchema(value = DocumentView.class, responseCode = "200")
    public DocumentView assign(@PathParam("document") UUID document, @Nullable ReceiptSubject body) {
        var given = Required.body(body);
        return documents.assign(
                document, new Source(Required.field(given.kind(), "/kind"), Required.field(given.id(), "/id")));
    }

    @POST
    @Path("{document}/unassign")
    @Operation(summary = "Takes back what was said of money that came in")
    @APIResponseSchema(value = DocumentView.class, responseCode = "200")
    public DocumentView unassign(@PathParam("document") UUID document, @Nullable TakingBack body) {
        return documents.unassign(document, Required.field(Required.body(body).reason(), "/reason"));
    }
}
