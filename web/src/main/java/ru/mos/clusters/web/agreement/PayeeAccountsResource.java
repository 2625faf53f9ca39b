package ru.mos.clusters.web.agreement;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.EnterPayeeAccount;
import ru.mos.clusters.agreement.PayeeAccountView;
import ru.mos.clusters.agreement.PayeeAccounts;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Accounts to pay to. */
@Path("v1/payee-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PayeeAccountsResource {

    @Inject
    private PayeeAccounts accounts;

    /** Where somebody wants to be paid. */
    public record NewPayeeAccount(
            @Nullable String inn,
            @Nullable String kpp,
            @Nullable String account,
            @Nullable String bic,
            @Nullable String bank,
            @Nullable String correspondent,
            @Nullable PaperBody document) {}

    /** The version of the account's entry that was seen. */
    public record SeenPayeeAccount(@Nullable Long version) {}

    /** Why; {@code version}: of the account's entry that was seen. */
    public record PayeeAccountReason(
            @Nullable String reason, @Nullable Long version) {}

    @POST
    @Operation(summary = "Enters an account; it is paid to when another person confirmed it")
    @APIResponseSchema(value = PayeeAccountView.class, responseCode = "201")
    public Response enter(@Nullable NewPayeeAccount body, @Context UriInfo uri) {
        var given = Required.body(body);
        var account = accounts.enter(new EnterPayeeAccount(
                Required.inn(given.inn(), "/inn"),
                given.kpp(),
                Required.field(given.account(), "/account"),
                Required.field(given.bic(), "/bic"),
                Required.field(given.bank(), "/bank"),
                given.correspondent(),
                PaperBody.required(given.document())));
        return tagged(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(account.id().toString())
                        .build()),
                account);
    }

    @GET
    @Path("{account}")
    @Operation(summary = "An account of a payee")
    @APIResponseSchema(value = PayeeAccountView.class, responseCode = "200")
    public Response view(@PathParam("account") UUID account) {
        return tagged(Response.ok(), accounts.view(account));
    }

    @POST
    @Path("{account}/confirm")
    @Operation(summary = "Confirms an account that somebody else entered; a changed one is paid to some days later")
    @APIResponseSchema(value = PayeeAccountView.class, responseCode = "200")
    public Response confirm(@PathParam("account") UUID account, @Nullable SeenPayeeAccount body) {
        return tagged(Response.ok(), accounts.confirm(account, body == null ? null : body.version()));
    }

    @POST
    @Path("{account}/reject")
    @Operation(summary = "Puts away an account that was not confirmed")
    @APIResponseSchema(value = PayeeAccountView.class, responseCode = "200")
    public Response reject(@PathParam("account") UUID account, @Nullable PayeeAccountReason body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(), accounts.reject(account, given.version(), Required.field(given.reason(), "/reason")));
    }

    private static Response tagged(Response.ResponseBuilder builder, PayeeAccountView account) {
        return builder.entity(account).tag(Versions.tag(account.version())).build();
    }
}
