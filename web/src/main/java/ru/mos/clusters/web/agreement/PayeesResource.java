package ru.mos.clusters.web.agreement;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import ru.mos.clusters.agreement.PayeeAccountView;
import ru.mos.clusters.agreement.PayeeAccounts;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;

/** Who is paid. */
@Path("v1/payees/{inn}/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class PayeesResource {

    @Inject
    private PayeeAccounts accounts;

    @GET
    @Operation(summary = "Accounts of a payee, the latest first")
    public ListAnswer<PayeeAccountView> list(@PathParam("inn") Inn inn, @BeanParam Paging paging) {
        return paging.stretch(accounts.of(inn), one -> one.id().toString());
    }
}
