package ru.mos.clusters.web.bank;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.Accounts;
import ru.mos.clusters.bank.BankAccountView;
import ru.mos.clusters.bank.OpenAccount;
import ru.mos.clusters.bank.Payee;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** The department's accounts with banks. */
@Path("v1/bank/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BankAccountsResource {

    @Inject
    private Accounts accounts;

    /** An account; one that pays at a time. */
    public record NewBankAccount(
            @Nullable String number,
            @Nullable String bic,
            @Nullable String bank,
            @Nullable String correspondent,
            @Nullable String holder,
            @Nullable String inn,
            @Nullable String kpp,
            @Nullable String oktmo,
            @Nullable Boolean pays,
            @Nullable LocalDate from) {}

    /** Day from which an account is closed. */
    public record BankAccountEnd(@Nullable LocalDate until) {}

    @GET
    @Operation(summary = "Our accounts, open ones first")
    public ListAnswer<BankAccountView> list(@BeanParam Paging paging) {
        return paging.stretch(accounts.list(), account -> account.id().toString());
    }

    @POST
    @Operation(summary = "Enters an account of ours")
    @APIResponseSchema(value = BankAccountView.class, responseCode = "201")
    public Response open(@Nullable NewBankAccount body, @Context UriInfo uri) {
        var given = Required.body(body);
        var account = accounts.open(new OpenAccount(
                new Payee(
                        Required.inn(given.inn(), "/inn").digits(),
                        given.kpp(),
                        Required.field(given.holder(), "/holder"),
                        Required.field(given.number(), "/number"),
                        Required.field(given.bic(), "/bic"),
                        Required.field(given.bank(), "/bank"),
                        given.correspondent()),
                given.oktmo(),
                Required.field(given.pays(), "/pays"),
                Required.field(given.from(), "/from")));
        return tagged(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(account.id().toString())
                        .build()),
                account);
    }

    @GET
    @Path("{account}")
    @Operation(summary = "An account of ours")
    @APIResponseSchema(value = BankAccountView.class, responseCode = "200")
    public Response view(@PathParam("account") UUID account) {
        return tagged(Response.ok(), accounts.view(account));
    }

    @POST
    @Path("{account}/close")
    @Operation(summary = "Ends the use of an account")
    @APIResponseSchema(value = BankAccountView.class, responseCode = "200")
    public Response close(@PathParam("account") UUID account, @Nullable BankAccountEnd body) {
        return tagged(
                Response.ok(),
                accounts.close(account, Required.field(Required.body(body).until(), "/until")));
    }

    private static Response tagged(Response.ResponseBuilder builder, BankAccountView account) {
        return builder.entity(account).tag(Versions.tag(account.version())).build();
    }
}
