package ru.mos.clusters.web.support;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Citation;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.support.CheckQuery;
import ru.mos.clusters.support.SupportChecks;
import ru.mos.clusters.support.SupportVerdict;
import ru.mos.clusters.support.SupportWords;
import ru.mos.clusters.support.rule.GivenSupport;
import ru.mos.clusters.support.rule.RecognisedViolation;
import ru.mos.clusters.support.rule.RegisterStanding;
import ru.mos.clusters.support.rule.SupportFinding;
import ru.mos.clusters.support.rule.SupportOutcome;
import ru.mos.clusters.support.rule.SupportReason;
import ru.mos.clusters.support.rule.SupportRule;
import ru.mos.clusters.support.rule.SupportSource;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Whether support may be given to a recipient, and what both registers show of it. */
@Path("v1/support")
@Produces(MediaType.APPLICATION_JSON)
public class SupportCheckResource {

    @Inject
    private SupportChecks checks;

    @Context
    private HttpHeaders headers;

    /** The support that is thought of. */
    public record PlannedSupport(
            String form, String kind, @Nullable String purpose) {}

    /** Whether it may be given, and why. */
    public record SupportCheckAnswer(
            Inn inn,
            @Nullable String name,
            LocalDate asOf,
            Instant knownOn,
            PlannedSupport draft,
            SupportOutcome outcome,
            RegisterStanding register,
            List<Found> findings) {

        static SupportCheckAnswer of(SupportVerdict verdict, Locale locale) {
            var draft = verdict.draft();
            return new SupportCheckAnswer(
                    verdict.inn(),
                    verdict.name(),
                    verdict.on(),
                    verdict.knownOn(),
                    new PlannedSupport(draft.form(), draft.kind(), draft.purpose()),
                    verdict.outcome(),
                    verdict.register(),
                    verdict.findings().stream()
                            .map(finding -> Found.of(finding, verdict.register(), locale))
                            .toList());
        }
    }

    /** One finding with its sentence; {@code until} is the first day on which it no longer stands in the way. */
    public record Found(
            SupportRule rule,
            SupportReason reason,
            SupportOutcome outcome,
            String explanation,
            @Nullable GivenSupport support,
            @Nullable RecognisedViolation violation,
            @Nullable LocalDate until,
            SupportSource source,
            Citation citation) {

        static Found of(SupportFinding finding, RegisterStanding register, Locale locale) {
            return new Found(
                    finding.rule(),
                    finding.reason(),
                    finding.outcome(),
                    SupportWords.explain(finding, register, locale),
                    finding.support(),
                    finding.violation(),
                    finding.until(),
                    finding.source(),
                    finding.citation());
        }
    }

    @GET
    @Path("check")
    @Operation(
            summary = "Whether support of a form, kind and purpose may be given to a recipient on a date",
            description = "Asked again with the knownOn of the answer, it comes to the same at any later time.")
    @APIResponseSchema(value = SupportCheckAnswer.class, responseCode = "200")
    public Response check(
            @QueryParam("inn") @Nullable Inn inn,
            @QueryParam("form") @Nullable String form,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("purpose") @Nullable String purpose,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownOn") @Nullable Instant knownOn) {
        var answer = SupportCheckAnswer.of(
                checks.check(new CheckQuery(
                        Required.field(inn, "/inn"),
                        Required.field(form, "/form"),
                        Required.field(kind, "/kind"),
                        purpose,
                        asOf,
                        knownOn)),
                Languages.of(headers));
        return Response.ok(answer)
                .tag(Versions.digest(answer))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @GET
    @Path("given")
    @Operation(summary = "Support that both registers show of a recipient for a date, each once")
    public ListAnswer<GivenSupport> given(
            @QueryParam("inn") @Nullable Inn inn,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownOn") @Nullable Instant knownOn,
            @BeanParam Paging paging) {
        return paging.stretch(
                checks.given(Required.field(inn, "/inn"), asOf, knownOn),
                one -> one.source().reference() + " " + one.number() + " " + one.hashCode());
    }
}
