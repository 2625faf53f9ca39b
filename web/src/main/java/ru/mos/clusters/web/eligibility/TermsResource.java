package ru.mos.clusters.web.eligibility;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.Terms;
import ru.mos.clusters.eligibility.Terms.Term;
import ru.mos.clusters.eligibility.Terms.TermKind;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** Within how many days people act on what verdicts show. */
@Path("v1/terms")
@Produces(MediaType.APPLICATION_JSON)
public class TermsResource {

    @Inject
    private Terms terms;

    /** A term from a day on. */
    public record NewTerm(
            @Nullable TermKind kind,
            @Nullable LocalDate validFrom,
            @Nullable Integer days,
            @Nullable String basis) {}

    @GET
    @Operation(summary = "Terms by kind, the latest first")
    public ListAnswer<Term> list(@BeanParam Paging paging) {
        return paging.stretch(terms.all(), term -> term.kind() + "/" + term.validFrom());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets a term from a day on")
    public Term set(@Nullable NewTerm body) {
        var given = Required.body(body);
        return terms.set(new Term(
                Required.field(given.kind(), "/kind"),
                Required.field(given.validFrom(), "/validFrom"),
                Required.field(given.days(), "/days"),
                Required.field(given.basis(), "/basis")));
    }
}
