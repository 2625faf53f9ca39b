package ru.mos.clusters.web.application;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.SupportForm;
import ru.mos.clusters.call.application.ApplicantDeclaration;
import ru.mos.clusters.call.application.ApplicationAction;
import ru.mos.clusters.call.application.ApplicationAnswers;
import ru.mos.clusters.call.application.ApplicationAnswers.Contact;
import ru.mos.clusters.call.application.ApplicationAnswers.Request;
import ru.mos.clusters.call.application.ApplicationDrafts;
import ru.mos.clusters.call.application.ApplicationDrafts.AttachedFile;
import ru.mos.clusters.call.application.ApplicationEffect;
import ru.mos.clusters.call.application.ApplicationFilter;
import ru.mos.clusters.call.application.ApplicationGuard;
import ru.mos.clusters.call.application.ApplicationPapers;
import ru.mos.clusters.call.application.ApplicationSection;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.call.application.ApplicationView;
import ru.mos.clusters.call.application.Applications;
import ru.mos.clusters.call.application.CheckView.Ground;
import ru.mos.clusters.call.application.CheckView.Remark;
import ru.mos.clusters.call.application.FormalChecks;
import ru.mos.clusters.call.application.ProjectStanding;
import ru.mos.clusters.call.application.RoundView;
import ru.mos.clusters.call.application.Signing;
import ru.mos.clusters.call.application.SubmissionView;
import ru.mos.clusters.call.application.Submissions;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.web.rest.FileNames;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** Applications to calls. */
@Path("v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CallApplicationsResource {

    private static final String PDF = "application/pdf";

    @Inject
    private Applications applications;

    @Inject
    private ApplicationDrafts drafts;

    @Inject
    private Submissions submissions;

    @Inject
    private FormalChecks checks;

    @Inject
    private ApplicationPapers papers;

    @Context
    private HttpHeaders headers;

    /** Which project applies to which call. */
    public record NewCallApplication(
            @Nullable UUID call, @Nullable UUID project) {}

    /** What is asked for. */
    public record ApplicationRequest(
            @Nullable String purpose, @Nullable List<SupportForm> forms) {}

    /** What is declared: all of it; what is left out is declared no more. */
    public record Declarations(@Nullable List<ApplicantDeclaration> declarations) {}

    /** What a section lacks. */
    public record SectionFault(String pointer, String code, String message) {}

    /** A section of the form. */
    public record SectionState(ApplicationSection section, boolean complete, List<SectionFault> faults) {}

    /** Who signs or certifies: {@code person} where a program tells it; {@code version} that was seen, absent: whichever. */
    public record SigningBody(
            @Nullable Long version, @Nullable String person) {
        static Signing of(@Nullable SigningBody body) {
            return body == null ? Signing.own(null) : new Signing(body.version(), body.person());
        }
    }

    /** Which version was seen; absent: whichever. */
    public record SeenVersion(@Nullable Long version) {
        static @Nullable Long of(@Nullable SeenVersion body) {
            return body == null ? null : body.version();
        }
    }

    /** Why what no source decides counts as met; nothing where nothing is left to judge. */
    public record Admission(
            @Nullable Long version, @Nullable String conclusion) {}

    /** Why it is taken back. */
    public record ApplicationWithdrawal(
            @Nullable Long version, @Nullable String reason) {}

    /** What is to be mended. */
    public record ReturnForCorrection(
            @Nullable Long version, @Nullable List<Remark> remarks) {}

    /** On which ground it is not admitted: a paragraph of an act of the call. */
    public record Inadmissibility(
            @Nullable Long version,
            @Nullable String act,
            @Nullable LocalDate edition,
            @Nullable String paragraph,
            @Nullable String reason,
            @Nullable List<Remark> remarks) {}

    /** A line of the table of what may be done to an application. */
    public record ApplicationTransition(
            ApplicationState from,
            ApplicationAction action,
            List<String> roles,
            ApplicationGuard guard,
            ApplicationState to,
            ApplicationEffect effect) {}

    @GET
    @Operation(
            summary = "Applications to calls, the latest first",
            description = "Applicants and programs see those of their organisations, staff what was sent.")
    public ListAnswer<ApplicationView> list(
            @QueryParam("call") @Nullable UUID call,
            @QueryParam("project") @Nullable UUID project,
            @QueryParam("state") @Nullable ApplicationState state,
            @BeanParam Paging paging) {
        return paging.answer(applications.list(new ApplicationFilter(call, project, state), paging.request()));
    }

    @POST
    @Operation(summary = "Begins an application of a project to a call")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    public Response begin(@Nullable NewCallApplication body, @Context UriInfo uri) {
        var asked = Required.body(body);
        var begun = drafts.begin(Required.field(asked.call(), "/call"), Required.field(asked.project(), "/project"));
        return tagged(
                Response.created(
                        uri.getAbsolutePathBuilder().path(begun.id().toString()).build()),
                begun);
    }

    @GET
    @Path("transitions")
    @Operation(summary = "What may be done to an application, in which state, by whom, on what condition")
    public ListAnswer<ApplicationTransition> transitions(@BeanParam Paging paging) {
        var table = applications.transitions().stream()
                .map(step -> new ApplicationTransition(
                        step.from(), step.action(), step.roles(), step.guard(), step.to(), step.effect()))
                .toList();
        return paging.stretch(table, line -> line.from() + " " + line.action());
    }

    @GET
    @Path("{application}")
    @Operation(summary = "An application, without what it says")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response view(@PathParam("application") UUID application) {
        return tagged(Response.ok(), applications.view(application));
    }

    @GET
    @Path("{application}/answers")
    @Operation(
            summary = "What an application says",
            description = "What is being written for who writes it, what was received last for all others.")
    public ApplicationAnswers answers(@PathParam("application") UUID application) {
        return drafts.answers(application);
    }

    @GET
    @Path("{application}/sections")
    @Operation(summary = "The sections of the form, each with what it lacks")
    public ListAnswer<SectionState> sections(@PathParam("application") UUID application, @BeanParam Paging paging) {
        var locale = Languages.of(headers);
        var sections = drafts.sections(application).stream()
                .map(section -> new SectionState(
                        section.section(),
                        section.isComplete(),
                        section.faults().stream()
                                .map(fault -> new SectionFault(
                                        String.valueOf(fault.field()),
                                        fault.code().slug(),
                                        ProblemTexts.text(fault, locale)))
                                .toList()))
                .toList();
        return paging.stretch(sections, section -> section.section().name());
    }

    @PUT
    @Path("{application}/sections/applicant")
    @Operation(summary = "Keeps whom to ask; may lack anything")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response applicant(
            @PathParam("application") UUID application,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Contact body) {
        return tagged(Response.ok(), drafts.save(application, Versions.expected(ifMatch), Required.body(body)));
    }

    @PUT
    @Path("{application}/sections/project")
    @Operation(summary = "Keeps what is asked for; may lack anything")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response request(
            @PathParam("application") UUID application,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ApplicationRequest body) {
        var asked = Required.body(body);
        return tagged(
                Response.ok(),
                drafts.save(
                        application,
                        Versions.expected(ifMatch),
                        new Request(asked.purpose(), asked.forms() == null ? List.of() : asked.forms())));
    }

    @PUT
    @Path("{application}/sections/declarations")
    @Operation(summary = "Keeps what is declared")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response declare(
            @PathParam("application") UUID application,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Declarations body) {
        return tagged(
                Response.ok(),
                drafts.declare(
                        application,
                        Versions.expected(ifMatch),
                        Required.field(Required.body(body).declarations(), "/declarations")));
    }

    @POST
    @Path("{application}/documents")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Attaches a file, which is the body, to a document of the call's list",
            description = "PDF, DOCX, ODT, XLSX, JPEG or PNG by its content; macros and programs are refused.")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    public Response attach(
            @PathParam("application") UUID application,
            @QueryParam("requirement") @Nullable String requirement,
            @QueryParam("fileName") @Nullable String fileName,
            InputStream body,
            @Context UriInfo uri) {
        return tagged(
                Response.created(uri.getAbsolutePath()),
                drafts.attach(
                        application,
                        null,
                        Required.field(requirement, "/requirement"),
                        FileNames.of(fileName, "document"),
                        body));
    }

    @GET
    @Path("{application}/documents/{file}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A file of an application, as it came")
    public Response file(@PathParam("application") UUID application, @PathParam("file") UUID file) {
        return given(drafts.file(application, file));
    }

    @DELETE
    @Path("{application}/documents/{file}")
    @Operation(summary = "Takes a file out; rounds that were sent with it keep it")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response detach(@PathParam("application") UUID application, @PathParam("file") UUID file) {
        return tagged(Response.ok(), drafts.detach(application, null, file));
    }

    @POST
    @Path("{application}/paper")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Registers an application on paper, whose scan is the body; a second person certifies that")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response paper(
            @PathParam("application") UUID application,
            @QueryParam("journal") @Nullable String journal,
            @QueryParam("arrivedAt") @Nullable Instant arrivedAt,
            @QueryParam("fileName") @Nullable String fileName,
            InputStream body) {
        return tagged(
                Response.ok(),
                drafts.registerPaper(
                        application,
                        null,
                        Required.field(journal, "/journal"),
                        Required.field(arrivedAt, "/arrivedAt"),
                        FileNames.of(fileName, "scan"),
                        body));
    }

    @POST
    @Path("{application}/submit")
    @Operation(
            summary = "Signs the application, which then waits for a second person; else refuses with the list",
            description = "The signatory's mandate must hold today. A program names the person who signed.")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response submit(@PathParam("application") UUID application, @Nullable SigningBody body) {
        return tagged(Response.ok(), submissions.sign(application, SigningBody.of(body)));
    }

    @POST
    @Path("{application}/recall")
    @Operation(summary = "Takes the signature back, to go on writing")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response recall(@PathParam("application") UUID application, @Nullable SeenVersion body) {
        return tagged(Response.ok(), submissions.recall(application, SeenVersion.of(body)));
    }

    @POST
    @Path("{application}/certify")
    @Operation(
            summary = "Certifies what another person signed; answers the receipt",
            description = "Received at the instant of the database, or refused; repeated, it answers the same receipt.")
    public SubmissionView certify(@PathParam("application") UUID application, @Nullable SigningBody body) {
        return submissions.certify(application, SigningBody.of(body));
    }

    @GET
    @Path("{application}/receipt")
    @Operation(summary = "The receipt of the latest round")
    public SubmissionView receipt(@PathParam("application") UUID application) {
        return submissions.receipt(application);
    }

    @GET
    @Path("{application}/receipt.pdf")
    @Produces(PDF)
    @Operation(summary = "The receipt of a round on paper; the latest unless another is asked for")
    public Response receiptPdf(
            @PathParam("application") UUID application, @QueryParam("round") @Nullable Integer round) {
        return pdf(papers.receipt(application, round, Languages.of(headers)), "receipt.pdf");
    }

    @GET
    @Path("{application}/document.pdf")
    @Produces(PDF)
    @Operation(summary = "The whole application as it is read, or one of its rounds")
    public Response documentPdf(
            @PathParam("application") UUID application, @QueryParam("round") @Nullable Integer round) {
        return pdf(papers.document(application, round, Languages.of(headers)), "application.pdf");
    }

    @GET
    @Path("{application}/rounds")
    @Operation(summary = "What was received, round by round, with what each says otherwise and how it was checked")
    public ListAnswer<RoundView> rounds(@PathParam("application") UUID application, @BeanParam Paging paging) {
        return paging.stretch(
                submissions.rounds(application),
                round -> Integer.toString(round.submission().round()));
    }

    @POST
    @Path("{application}/withdraw")
    @Operation(summary = "Takes the application back")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response withdraw(@PathParam("application") UUID application, @Nullable ApplicationWithdrawal body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(),
                submissions.withdraw(application, given.version(), Required.field(given.reason(), "/reason")));
    }

    @GET
    @Path("{application}/standing")
    @Operation(summary = "How the project stands today by the rules of the call")
    public ProjectStanding standing(@PathParam("application") UUID application) {
        return checks.standing(application);
    }

    @POST
    @Path("{application}/return")
    @Operation(summary = "Returns the application for correction within the call's term")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response giveBack(@PathParam("application") UUID application, @Nullable ReturnForCorrection body) {
        var given = Required.body(body);
        return tagged(
                Response.ok(),
                checks.returnForCorrection(
                        application, given.version(), remarks(Required.field(given.remarks(), "/remarks"))));
    }

    private static List<Remark> remarks(@Nullable List<Remark> remarks) {
        if (remarks == null) {
            return List.of();
        }
        for (int at = 0; at < remarks.size(); at++) {
            var remark = Required.field(remarks.get(at), "/remarks/" + at);
            Required.field(remark.section(), "/remarks/" + at + "/section");
            Required.field(remark.text(), "/remarks/" + at + "/text");
        }
        return remarks;
    }

    @POST
    @Path("{application}/admit")
    @Operation(summary = "Admits the application to assessment, after the project was checked anew")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response admit(@PathParam("application") UUID application, @Nullable Admission body) {
        return tagged(
                Response.ok(),
                body == null
                        ? checks.admit(application, null, null)
                        : checks.admit(application, body.version(), body.conclusion()));
    }

    @POST
    @Path("{application}/reject")
    @Operation(summary = "Ends the application on a ground of an act of the call")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    public Response reject(@PathParam("application") UUID application, @Nullable Inadmissibility body) {
        var given = Required.body(body);
        var ground = new Ground(
                Required.field(given.act(), "/act"),
                Required.field(given.edition(), "/edition"),
                Required.field(given.paragraph(), "/paragraph"),
                Required.field(given.reason(), "/reason"));
        return tagged(Response.ok(), checks.reject(application, given.version(), ground, remarks(given.remarks())));
    }

    private static Response tagged(Response.ResponseBuilder builder, ApplicationView application) {
        return builder.entity(application)
                .tag(Versions.tag(application.version()))
                .build();
    }

    private static Response pdf(byte[] bytes, String name) {
        return Response.ok(bytes, PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    /** A file to be kept, never to be run. */
    private static Response given(AttachedFile file) {
        var encoded = URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(file.path().toFile())
                .type(file.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + file.fileName().replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "_")
                                + "\"; filename*=UTF-8''" + encoded)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
