package ru.mos.clusters.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.ProblemTranslator;

/** Turns whatever a resource threw into a problem document. No text of a library and no stack trace gets out. */
@Provider
public class Failures implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(Failures.class.getName());

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        var locale = Languages.of(headers);
        var problem = ProblemTranslator.translate(failure);
        if (problem.isPresent()) {
            return ProblemDocument.of(problem.get(), locale).response();
        }
        var web = find(failure, WebApplicationException.class);
        if (web != null) {
            return ofWeb(web, locale);
        }
        var json = find(failure, JsonProcessingException.class);
        if (json != null) {
            return ProblemDocument.of(unreadable(json, locale), locale).response();
        }
        if (find(failure, EJBAccessException.class) != null) {
            return ProblemDocument.of(new Problem(PlatformProblem.FORBIDDEN_ROLE), locale)
                    .response();
        }
        return defect(failure, locale);
    }

    /** What the JAX-RS runtime refused itself: unknown path, method, media type. Headers such as Allow stay. */
    private static Response ofWeb(WebApplicationException refusal, Locale locale) {
        var given = refusal.getResponse();
        if (given.getStatus() < 400 || given.getEntity() instanceof ProblemDocument) {
            return given;
        }
        var document = ProblemDocument.of(given.getStatus(), locale);
        return Response.fromResponse(given)
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(document)
                .build();
    }

    private static Problem unreadable(JsonProcessingException fault, Locale locale) {
        var pointer = fault instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                        .collect(Collectors.joining())
                : "";
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return new Problem(PlatformProblem.FIELD_UNKNOWN, unknown.getPropertyName()).at(pointer);
        }
        if (!pointer.isEmpty()) {
            return new Problem(PlatformProblem.FIELD_MALFORMED, pointer).at(pointer);
        }
        var place = fault.getLocation();
        boolean english = locale.getLanguage().equals("en");
        var where = place == null
                ? (english ? "it is not valid JSON" : "это не JSON")
                : (english ? "invalid JSON at line " : "ошибка JSON в строке ")
                        + place.getLineNr()
                        + (english ? ", column " : ", позиции ")
                        + place.getColumnNr();
        return new Problem(PlatformProblem.REQUEST_MALFORMED, where);
    }

    private static Response defect(Throwable failure, Locale locale) {
        var number = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, failure, () -> "Error No. " + number);
        var text = ProblemTexts.text(PlatformProblem.class, "defect", locale, number);
        return new ProblemDocument("/problems/defect", text, 500, text, java.util.List.of()).response();
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> kind) {
        for (Throwable at = failure; at != null; at = at.getCause() == at ? null : at.getCause()) {
            if (kind.isInstance(at)) {
                return kind.cast(at);
            }
        }
        return null;
    }
}
