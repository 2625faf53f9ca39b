package ru.mos.clusters.web.recipient;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.support.directory.AssignedKind;
import ru.mos.clusters.support.directory.DirectoryProblem;
import ru.mos.clusters.support.directory.RegisterDirectory;
import ru.mos.clusters.support.directory.RegisterKind;
import ru.mos.clusters.web.rest.FileNames;
import ru.mos.clusters.web.rest.Languages;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.ProblemDocument;
import ru.mos.clusters.web.rest.Required;

/** The tax service's directory of forms and kinds of support, and under which of its codes our kinds are sent. */
@Path("v1/support/register-kinds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RegisterDirectoryResource {

    @Inject
    private RegisterDirectory directory;

    /** How many rows were loaded. */
    public record LoadedDirectory(int loaded) {}

    /** Under which code a kind of ours is sent; without codes: under none. */
    public record NewAssignment(
            @Nullable String form,
            @Nullable String kind,
            @Nullable String registerForm,
            @Nullable String registerCode) {}

    @GET
    @Operation(summary = "Kinds of support as the tax service's directory has them")
    public ListAnswer<RegisterKind> kinds(@BeanParam Paging paging) {
        return paging.answer(directory.kinds(paging.request()));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Loads the tax service's directory, all of it or nothing",
            description =
                    "The body is an XLSX workbook or separated values with the columns form code, form name, kind code,"
                            + " kind name, first and last day; each fault is told by a pointer /sheet/row/column.")
    @APIResponseSchema(value = LoadedDirectory.class, responseCode = "200")
    public Response load(
            @QueryParam("fileName") @Nullable String fileName, InputStream body, @Context HttpHeaders headers) {
        var report = directory.load(body, FileNames.of(fileName, "directory.csv"));
        return report.isDone()
                ? Response.ok(new LoadedDirectory(report.loaded())).build()
                : ProblemDocument.of(
                                new Problem(DirectoryProblem.DIRECTORY_REFUSED, report.rejections()),
                                report.rejected(),
                                Languages.of(headers))
                        .response();
    }

    @GET
    @Path("assigned")
    @Operation(summary = "Our kinds of support with the codes under which they are sent")
    public ListAnswer<AssignedKind> assigned(@BeanParam Paging paging) {
        return paging.stretch(directory.assigned(), kind -> kind.form() + " " + kind.kind());
    }

    @POST
    @Path("assigned")
    @Operation(summary = "Says under which code of the directory a kind of ours is sent")
    public AssignedKind assign(@Nullable NewAssignment body) {
        var given = Required.body(body);
        return directory.assign(
                Required.field(given.form(), "/form"),
                Required.field(given.kind(), "/kind"),
                given.registerForm(),
                given.registerCode());
    }
}
