package ru.mos.clusters.web.call;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.calendar.CalendarYear;
import ru.mos.clusters.call.calendar.EnterYear;
import ru.mos.clusters.call.calendar.ProductionCalendar;
import ru.mos.clusters.web.rest.ListAnswer;
import ru.mos.clusters.web.rest.Paging;
import ru.mos.clusters.web.rest.Required;
import ru.mos.clusters.web.rest.Versions;

/** The production calendar, year by year. */
@Path("v1/calendar")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CalendarResource {

    @Inject
    private ProductionCalendar calendar;

    /** A year as its decree says: Mondays to Fridays off, and weekends worked. */
    public record NewYear(
            @Nullable Integer year,
            @Nullable String basis,
            @Nullable List<LocalDate> daysOff,
            @Nullable List<LocalDate> workingWeekends) {
        EnterYear command(int of) {
            return EnterYear.of(
                    of,
                    Required.field(basis, "/basis"),
                    Required.field(daysOff, "/daysOff"),
                    workingWeekends == null ? List.of() : workingWeekends);
        }
    }

    /** The last day of a term of working days. */
    public record WorkingTerm(LocalDate from, int days, LocalDate to) {}

    @GET
    @Operation(summary = "Years of the production calendar that are known, the latest first")
    public ListAnswer<CalendarYear> years(@BeanParam Paging paging) {
        return paging.stretch(calendar.years(), year -> Integer.toString(year.year()));
    }

    @GET
    @Path("term")
    @Operation(
            summary = "The last day of a term of working days",
            description = "The day from which it runs does not count. A year without a calendar is never guessed.")
    public WorkingTerm term(@QueryParam("from") @Nullable LocalDate from, @QueryParam("days") @Nullable Integer days) {
        var first = Required.field(from, "/from");
        int count = Required.field(days, "/days");
        return new WorkingTerm(first, count, calendar.after(first, count));
    }

    @POST
    @Operation(summary = "Enters a year of the production calendar")
    @APIResponseSchema(value = CalendarYear.class, responseCode = "201")
    public Response enter(@Nullable NewYear body, @Context UriInfo uri) {
        var asked = Required.body(body);
        var year = calendar.enter(asked.command(Required.field(asked.year(), "/year")));
        return tagged(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(Integer.toString(year.year()))
                        .build()),
                year);
    }

    @GET
    @Path("{year}")
    @Operation(summary = "One year of the production calendar")
    @APIResponseSchema(value = CalendarYear.class, responseCode = "200")
    public Response year(@PathParam("year") int year) {
        return tagged(Response.ok(), calendar.year(year));
    }

    @PUT
    @Path("{year}")
    @Operation(
            summary = "Replaces a year as a later decree says",
            description = "Dates of calls that are published stay as they were counted.")
    @APIResponseSchema(value = CalendarYear.class, responseCode = "200")
    public Response replace(
            @PathParam("year") int year, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NewYear body) {
        return tagged(Response.ok(), calendar.replace(Required.body(body).command(year), Versions.expected(ifMatch)));
    }

    private static Response tagged(Response.ResponseBuilder builder, CalendarYear year) {
        return builder.entity(year).tag(Versions.tag(year.version())).build();
    }
}
