package ru.mos.clusters.web.support;

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
import ru.mos.clusters.support.SupportDirectory;
import ru.mos.clusters.support.SupportParameter;
import ru.mos.clusters.support.SupportParameters;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;

/** Forms, kinds and units of support, and the figures and readings of the law about it. */
@Path("v1/support")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SupportDirectoryResource {

    @Inject
    private SupportDirectory directory;

    @Inject
    private SupportParameters parameters;

    /** A kind of support within a form; {@code registerCode} is the tax service's. */
    public record NewKind(
            @Nullable String form,
            @Nullable String code,
            @Nullable String nameRu,
            @Nullable String nameEn,
            @Nullable String registerCode,
            @Nullable String basis,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** A value from a day on, with its basis in law. */
    public record NewSupportParameter(
            SupportParameter.@Nullable Code code,
            @Nullable String value,
            @Nullable LocalDate from,
            @Nullable String basis) {}

    @GET
    @Path("forms")
    @Operation(summary = "Forms of support with their units")
    public ListAnswer<SupportDirectory.Form> forms(@BeanParam Paging paging) {
        return paging.stretch(directory.forms(), SupportDirectory.Form::code);
    }

    @GET
    @Path("units")
    @Operation(summary = "What support is measured in")
    public ListAnswer<SupportDirectory.Unit> units(@BeanParam Paging paging) {
        return paging.stretch(directory.units(), SupportDirectory.Unit::code);
    }

    @GET
    @Path("kinds")
    @Operation(summary = "Kinds of support by form")
    public ListAnswer<SupportDirectory.Kind> kinds(@BeanParam Paging paging) {
        return paging.stretch(directory.kinds(), kind -> kind.form() + " " + kind.code());
    }

    @POST
    @Path("kinds")
    @Operation(summary = "Adds a kind of support to a form")
    public SupportDirectory.Kind add(@Nullable NewKind body) {
        var given = Required.body(body);
        return directory.add(new SupportDirectory.Kind(
                Required.field(given.form(), "/form"),
                Required.field(given.code(), "/code"),
                Required.field(given.nameRu(), "/nameRu"),
                Required.field(given.nameEn(), "/nameEn"),
                given.registerCode(),
                Required.field(given.basis(), "/basis"),
                Required.field(given.from(), "/from"),
                given.to()));
    }

    @GET
    @Path("parameters")
    @Operation(summary = "Figures and readings of the law with the days from which they hold")
    public ListAnswer<SupportParameter> parameters(@BeanParam Paging paging) {
        return paging.stretch(parameters.all(), parameter -> parameter.code() + " " + parameter.from());
    }

    @POST
    @Path("parameters")
    @Operation(summary = "Sets a figure or reading from a day on")
    public SupportParameter set(@Nullable NewSupportParameter body) {
        var given = Required.body(body);
        return parameters.set(new SupportParameter(
                Required.field(given.code(), "/code"),
                Required.field(given.value(), "/value"),
                Required.field(given.from(), "/from"),
                Required.field(given.basis(), "/basis")));
    }
}
