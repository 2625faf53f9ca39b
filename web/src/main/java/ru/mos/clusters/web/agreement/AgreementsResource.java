package ru.mos.clusters.web.agreement;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementAction;
import ru.mos.clusters.agreement.AgreementEffect;
import ru.mos.clusters.agreement.AgreementFilter;
import ru.mos.clusters.agreement.AgreementFormat;
import ru.mos.clusters.agreement.AgreementGuard;
import ru.mos.clusters.agreement.AgreementState;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.Payments;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Agreements on what was awarded. */
@Path("v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgreementsResource {

    private static final String PDF = "application/pdf";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final int MOST_WAITING = 500;

    @Inject
    private Agreements agreements;

    @Inject
    private Payments payments;

    /** Which application an agreement is drawn up on. */
    public record AwardedApplication(@Nullable UUID application) {}

    /** An application that was awarded money and has no agreement yet. */
    public record WaitingAward(UUID application) {}

    /** The version of the agreement that was seen. */
    public record SeenAgreement(@Nullable Long version) {
        static @Nullable Long of(@Nullable SeenAgreement body) {
            return body == null ? null : body.version();
        }
    }

    /** Why; {@code version}: of the agreement that was seen. */
    public record AgreementReason(
            @Nullable String reason, @Nullable Long version) {}

    /** Under which number and when the finance body registered the commitment. */
    public record CommitmentRegistration(
            @Nullable String number,
            @Nullable LocalDate on,
            @Nullable Long version) {}

    /** What stands against paying an instalment, in the language asked for. */
    public record PaymentObstacle(String code, String message) {
        private static PaymentObstacle of(Problem problem, HttpHeaders headers) {
            return new PaymentObstacle(problem.code().slug(), ProblemTexts.text(problem, Languages.of(headers)));
        }
    }

    /** A line of the table of what may be done to an agreement. */
    public record AgreementTransition(
            AgreementState from,
            AgreementAction action,
            List<String> roles,
            AgreementGuard guard,
            AgreementState to,
            AgreementEffect effect) {}

    @GET
    @Operation(
            summary = "Agreements, the latest first",
            description =
                    "Applicants see those of the organisations they act for. query: part of the name of the project, or the"
                            + " beginning of an INN.")
    public ListAnswer<AgreementView> list(
            @QueryParam("state") @Nullable AgreementState state,
            @QueryParam("call") @Nullable UUID call,
            @QueryParam("query") @Nullable String query,
            @BeanParam Paging paging) {
        return paging.answer(agreements.list(new AgreementFilter(state, call, query), paging.request()));
    }

    @POST
    @Operation(summary = "Draws up the agreement on what an application was awarded")
    @APIResponseSchema(value = AgreementView.class, responseCode = "201")
    public Response drawUp(@Nullable AwardedApplication body, @Context UriInfo uri) {
        var agreement = agreements.drawUp(Required.field(Required.body(body).application(), "/application"));
        return tagged(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(agreement.id().toString())
                        .build()),
                agreement);
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to an agreement, in which state, by whom, on what condition")
    public ListAnswer<AgreementTransition> transitions(@BeanParam Paging paging) {
        var table = agreements.transitions().stream()
                .map(step -> new AgreementTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("waiting")
    @Operation(summary = "Applications that were awarded money and have no agreement yet, the earliest first")
    public ListAnswer<WaitingAward> waiting(@BeanParam Paging paging) {
        var waiting =
                agreements.waiting(MOST_WAITING).stream().map(WaitingAward::new).toList();
        return paging.stretch(waiting, one -> one.application().toString());
    }

    @GET
    @Path("{agreement}")
    @Operation(summary = "An agreement with its editions and how far its instalments are along")
    @APIResponseSchema(value = AgreementView.class, responseCode = "200")
    public Response view(@PathParam("agreement") UUID agreement) {
        return tagged(Response.ok(), agreements.view(agreement));
    }

    @PUT
    @Path("{agreement}")
    @Operation(summary = "Writes the terms that are not signed yet")
    @APIResponseSchema(value = AgreementView.class, responseCode = "200")
    public Response edit(
            @PathParam("agreement") UUID agreement,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable TermsBody body) {
        return tagged(Response.ok(), agreements.edit(agreement, Versions.expected(ifMatch), TermsBody.required(body)));
    }

    @POST
    @Path("{agreement}/sign")
    @Operation(summary = "Records that both parties signed; somebody else than who wrote the terms does so")
    @APIResponseSchema(value = AgreementView.class, responseCode = "200")
    public Response sign(@PathParam("agreement") UUID agreement, @Nullable SeenAgreement body) {
        return tagged(Response.ok(), agreements.sign(agreement, SeenAgreement.of(body)));
    }

    @POST
    @Path("{agreement}/register")
    @Operation(summary = "Records that the finance body registered the commitment, or its change")
    @APIResponseSchema(value = AgreementView.class, responseCode = "200")
    public Response register(@PathParam("agreement") UUID agreement, @Nullable CommitmentRegistration body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(),
                agreements.register(
                        agreement,
                        given.version(),
                        Required.field(given.number(), "/number"),
                        Required.field(given.on(), "/on")));
    }

    @POST
    @Path("{agreement}/refuse")
    @Operation(summary = "Records that the finance body did not register the commitment")
    @APIResponseSchema(value = AgreementView.class, responseCode = "200")
    public Response refuse(@PathParam("agreement") UUID agreement, @Nullable AgreementReason body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(),
                agreements.refuse(agreement, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("{agreement}/amend")
    @Operation(summary = "Begins an amendment with the terms in force")
    @APIResponseSchema(value = AgreementView.class, responseCode = "200")
    public Response amend(@PathParam("agreement") UUID agreement, @Nullable AgreementReason body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(), agreements.amend(agreement, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("{agreement}/drop")
    @Operation(summary = "Gives up an amendment that is not signed")
    @APIResponseSchema(value = AgreementView.class, responseCode = "200")
    public Response drop(@PathParam("agreement") UUID agreement, @Nullable SeenAgreement body) {
        return tagged(Response.ok(), agreements.drop(agreement, SeenAgreement.of(body)));
    }

    @POST
    @Path("{agreement}/complete")
    @Operation(summary = "Ends an agreement of which everything is paid and accounted for")
    @APIResponseSchema(value = AgreementView.class, responseCode = "200")
    public Response complete(@PathParam("agreement") UUID agreement, @Nullable SeenAgreement body) {
        return tagged(Response.ok(), agreements.complete(agreement, SeenAgreement.of(body)));
    }

    @POST
    @Path("{agreement}/terminate")
    @Operation(summary = "Ends an agreement before it was fulfilled; what was not paid is free again")
    @APIResponseSchema(value = AgreementView.class, responseCode = "200")
    public Response terminate(@PathParam("agreement") UUID agreement, @Nullable AgreementReason body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(),
                agreements.terminate(agreement, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("{agreement}/cancel")
    @Operation(summary = "Gives up an agreement that is not signed; what was reserved for it is free again")
    @APIResponseSchema(value = AgreementView.class, responseCode = "200")
    public Response cancel(@PathParam("agreement") UUID agreement, @Nullable AgreementReason body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(),
                agreements.cancel(agreement, given.version(), Required.field(given.reason(), "/reason")));
    }

    @GET
    @Path("{agreement}/editions/{number}/text")
    @Produces({PDF, DOCX})
    @Operation(summary = "The text of an edition, to be signed", description = "format: pdf, or docx to be added to.")
    public Response text(
            @PathParam("agreement") UUID agreement,
            @PathParam("number") int number,
            @QueryParam("format") @Nullable String format) {
        var wanted = format(format);
        var text = new ByteArrayOutputStream();
        agreements.write(agreement, number, wanted, text);
        var name = "agreement-" + agreement + "-" + number;
        return (wanted == AgreementFormat.DOCX
                        ? Response.ok(text.toByteArray(), DOCX)
                                .header("Content-Disposition", "attachment; filename=\"" + name + ".docx\"")
                        : Response.ok(text.toByteArray(), PDF)
                                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\""))
                .build();
    }

    private static AgreementFormat format(@Nullable String format) {
        if (format == null || format.equals("pdf")) {
            return AgreementFormat.PDF;
        } else if (format.equals("docx")) {
            return AgreementFormat.DOCX;
        }
        throw new Problem(PlatformProblem.PARAMETER_MALFORMED, "format", format);
    }

    @GET
    @Path("{agreement}/obstacles")
    @Operation(summary = "What stands against paying an instalment today, all of it")
    public ListAnswer<PaymentObstacle> obstacles(
            @PathParam("agreement") UUID agreement,
            @QueryParam("position") @Nullable Integer position,
            @Context HttpHeaders headers,
            @BeanParam Paging paging) {
        var obstacles = payments.obstacles(agreement, Required.field(position, "/position")).stream()
                .map(problem -> PaymentObstacle.of(problem, headers))
                .toList();
        return paging.stretch(obstacles, PaymentObstacle::toString);
    }

    private static Response tagged(Response.ResponseBuilder builder, AgreementView agreement) {
        return builder.entity(agreement).tag(Versions.tag(agreement.version())).build();
    }
}
