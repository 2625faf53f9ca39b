package ru.mos.clusters.web.inkind;

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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.inkind.AskInKind;
import ru.mos.clusters.inkind.DeliverInKind;
import ru.mos.clusters.inkind.InKindAction;
import ru.mos.clusters.inkind.InKindDeliveries;
import ru.mos.clusters.inkind.InKindEffect;
import ru.mos.clusters.inkind.InKindFilter;
import ru.mos.clusters.inkind.InKindGuard;
import ru.mos.clusters.inkind.InKindMarks;
import ru.mos.clusters.inkind.InKindRequestView;
import ru.mos.clusters.inkind.InKindRequests;
import ru.mos.clusters.inkind.InKindState;
import ru.mos.clusters.inkind.ScheduleInKind;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.support.SupportVerdict;
import ru.mos.clusters.support.SupportWords;
import ru.mos.clusters.support.rule.GivenSupport;
import ru.mos.clusters.support.rule.SupportOutcome;
import ru.mos.clusters.support.rule.SupportReason;
import ru.mos.clusters.support.rule.SupportRule;
import ru.mos.clusters.support.rule.SupportSource;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.PaperBody;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Requests for support in kind, and what becomes of them. */
@Path("v1/in-kind-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InKindRequestsResource {

    @Inject
    private InKindRequests requests;

    @Inject
    private InKindDeliveries deliveries;

    @Context
    private HttpHeaders headers;

    /** A request; {@code cluster} by id or code; {@code endsOn} is its last day; {@code document} where it is entered for another. */
    public record NewInKindRequest(
            @Nullable String inn,
            @Nullable String name,
            @Nullable String cluster,
            @Nullable String sector,
            @Nullable UUID offer,
            @Nullable String form,
            @Nullable String kind,
            @Nullable String unit,
            @Nullable BigDecimal quantity,
            @Nullable Integer persons,
            @Nullable String purpose,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable PaperBody document) {}

    /** The version of the request that was seen; {@code capacity} that it takes of the service where the request does not tell. */
    public record SeenInKind(
            @Nullable BigDecimal capacity, @Nullable Long version) {}

    /** Why; {@code version}: of the request that was seen. */
    public record InKindReason(
            @Nullable String reason, @Nullable Long version) {}

    /** Why and by which document a doubt is no hindrance. */
    public record InKindRelease(
            @Nullable String reason,
            @Nullable PaperBody document,
            @Nullable Long version) {}

    /** When it is given, with which object and by which agreement; {@code endsOn} is the last day. */
    public record InKindSchedule(
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable UUID object,
            @Nullable PaperBody agreement,
            @Nullable Long version) {}

    /** What was given, and its value in roubles with the document that shows it. */
    public record InKindDelivery(
            @Nullable BigDecimal quantity,
            @Nullable Integer persons,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable BigDecimal value,
            @Nullable PaperBody document,
            @Nullable Long version) {}

    /** How it was: marks from 1 to 5. */
    public record InKindConfirmation(
            @Nullable Integer quality,
            @Nullable Integer timeliness,
            @Nullable String comment,
            @Nullable Long version) {}

    /** What the registers of recipients say of a request today. */
    public record InKindCheck(LocalDate asOf, SupportOutcome outcome, List<InKindFinding> findings) {}

    /** One finding with its sentence. */
    public record InKindFinding(
            SupportRule rule,
            SupportReason reason,
            SupportOutcome outcome,
            String explanation,
            @Nullable GivenSupport support,
            SupportSource source) {}

    /** One line of the table of what may be done to a request. */
    public record InKindStep(
            InKindState from,
            InKindAction action,
            List<String> roles,
            InKindGuard guard,
            InKindState to,
            InKindEffect effect) {}

    @POST
    @Operation(summary = "Asks for support in kind")
    @APIResponseSchema(value = InKindRequestView.class, responseCode = "201")
    public Response ask(@Nullable NewInKindRequest body, @Context UriInfo uri) {
        var given = Required.body(body);
        var request = requests.ask(new AskInKind(
                Required.inn(given.inn(), "/inn"),
                given.name(),
                given.cluster(),
                given.sector(),
                Required.field(given.offer(), "/offer"),
                Required.field(given.form(), "/form"),
                Required.field(given.kind(), "/kind"),
                Required.field(given.unit(), "/unit"),
                Required.field(given.quantity(), "/quantity"),
                given.persons(),
                Required.field(given.purpose(), "/purpose"),
                Required.field(given.startsOn(), "/startsOn"),
                Required.field(given.endsOn(), "/endsOn"),
                given.document() == null ? null : PaperBody.required(given.document())));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(request.id().toString())
                        .build())
                .tag(Versions.tag(request.version()))
                .entity(request)
                .build();
    }

    @GET
    @Operation(summary = "Requests for support in kind that the caller sees, the latest first")
    public ListAnswer<InKindRequestView> list(
            @QueryParam("state") @Nullable InKindState state,
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("form") @Nullable String form,
            @QueryParam("inn") @Nullable Inn inn,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @BeanParam Paging paging) {
        var filter = new InKindFilter(
                state == null ? Set.of() : Set.of(state),
                organisation,
                form,
                inn,
                from,
                to == null ? null : to.minusDays(1),
                false);
        return paging.answer(requests.list(filter, paging.request()));
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to a request in which state, by whom and on what condition")
    public ListAnswer<InKindStep> transitions(@BeanParam Paging paging) {
        return paging.stretch(
                requests.transitions().stream()
                        .map(step -> new InKindStep(
                                step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                        .toList(),
                step -> step.from() + " " + step.action());
    }

    @GET
    @Path("{request}")
    @Operation(summary = "A request for support in kind")
    @APIResponseSchema(value = InKindRequestView.class, responseCode = "200")
    public Response view(@PathParam("request") UUID request) {
        return tagged(requests.view(request));
    }

    @GET
    @Path("{request}/check")
    @Operation(summary = "What the registers of recipients say today of the same form, kind and purpose")
    @APIResponseSchema(value = InKindCheck.class, responseCode = "200")
    public Response check(@PathParam("request") UUID request) {
        var answer = check(requests.check(request));
        return Response.ok(answer)
                .tag(Versions.digest(answer))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private InKindCheck check(SupportVerdict verdict) {
        var locale = Languages.of(headers);
        return new InKindCheck(
                verdict.on(),
                verdict.outcome(),
                verdict.findings().stream()
                        .map(finding -> new InKindFinding(
                                finding.rule(),
                                finding.reason(),
                                finding.outcome(),
                                SupportWords.explain(finding, verdict.register(), locale),
                                finding.support(),
                                finding.source()))
                        .toList());
    }

    @POST
    @Path("{request}/release")
    @Operation(summary = "Decides that what the check leaves open is no hindrance")
    @APIResponseSchema(value = InKindRequestView.class, responseCode = "200")
    public Response release(@PathParam("request") UUID request, @Nullable InKindRelease body) {
        var given = Required.body(body);
        return tagged(requests.release(
                request,
                given.version(),
                Required.field(given.reason(), "/reason"),
                PaperBody.required(given.document())));
    }

    @POST
    @Path("{request}/approve")
    @Operation(summary = "Approves a request and reserves what it takes of the offer")
    @APIResponseSchema(value = InKindRequestView.class, responseCode = "200")
    public Response approve(@PathParam("request") UUID request, @Nullable SeenInKind body) {
        return tagged(
                requests.approve(request, body == null ? null : body.version(), body == null ? null : body.capacity()));
    }

    @POST
    @Path("{request}/refuse")
    @Operation(summary = "Refuses a request")
    @APIResponseSchema(value = InKindRequestView.class, responseCode = "200")
    public Response refuse(@PathParam("request") UUID request, @Nullable InKindReason body) {
        var given = Required.body(body);
        return tagged(requests.refuse(request, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("{request}/withdraw")
    @Operation(summary = "Takes a request back before it is decided")
    @APIResponseSchema(value = InKindRequestView.class, responseCode = "200")
    public Response withdraw(@PathParam("request") UUID request, @Nullable InKindReason body) {
        var given = Required.body(body);
        return tagged(requests.withdraw(request, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("{request}/cancel")
    @Operation(summary = "Calls an approved support off; what was kept for it is free again")
    @APIResponseSchema(value = InKindRequestView.class, responseCode = "200")
    public Response cancel(@PathParam("request") UUID request, @Nullable InKindReason body) {
        var given = Required.body(body);
        return tagged(requests.cancel(request, given.version(), Required.field(given.reason(), "/reason")));
    }

    @POST
    @Path("{request}/schedule")
    @Operation(summary = "Sets the days of an approved support and keeps an object for it")
    @APIResponseSchema(value = InKindRequestView.class, responseCode = "200")
    public Response schedule(@PathParam("request") UUID request, @Nullable InKindSchedule body) {
        var given = Required.body(body);
        return tagged(deliveries.schedule(
                request,
                given.version(),
                new ScheduleInKind(
                        Required.field(given.startsOn(), "/startsOn"),
                        Required.field(given.endsOn(), "/endsOn"),
                        given.object(),
                        given.agreement() == null ? null : PaperBody.required(given.agreement(), "/agreement"))));
    }

    @POST
    @Path("{request}/deliver")
    @Operation(summary = "Says that a support was given, how much and of which value")
    @APIResponseSchema(value = InKindRequestView.class, responseCode = "200")
    public Response deliver(@PathParam("request") UUID request, @Nullable InKindDelivery body) {
        var given = Required.body(body);
        return tagged(deliveries.deliver(
                request,
                given.version(),
                new DeliverInKind(
                        Required.field(given.quantity(), "/quantity"),
                        given.persons(),
                        Required.field(given.startsOn(), "/startsOn"),
                        Required.field(given.endsOn(), "/endsOn"),
                        Required.field(given.value(), "/value"),
                        given.document() == null ? null : PaperBody.required(given.document()))));
    }

    @POST
    @Path("{request}/confirm")
    @Operation(summary = "Confirms for the recipient that it was got, and how it was; it is on record then")
    @APIResponseSchema(value = InKindRequestView.class, responseCode = "200")
    public Response confirm(@PathParam("request") UUID request, @Nullable InKindConfirmation body) {
        var given = Required.body(body);
        return tagged(deliveries.confirm(
                request,
                given.version(),
                new InKindMarks(
                        Required.field(given.quality(), "/quality"),
                        Required.field(given.timeliness(), "/timeliness"),
                        given.comment())));
    }

    @POST
    @Path("{request}/dispute")
    @Operation(summary = "Says for the recipient that it was not given as told")
    @APIResponseSchema(value = InKindRequestView.class, responseCode = "200")
    public Response dispute(@PathParam("request") UUID request, @Nullable InKindReason body) {
        var given = Required.body(body);
        return tagged(deliveries.dispute(request, given.version(), Required.field(given.reason(), "/reason")));
    }

    private static Response tagged(InKindRequestView request) {
        return Response.ok(request).tag(Versions.tag(request.version())).build();
    }
}
