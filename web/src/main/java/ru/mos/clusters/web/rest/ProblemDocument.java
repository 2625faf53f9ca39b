package ru.mos.clusters.web.rest;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.workbook.Rejected;

/** A failure as outside programs see it (RFC 9457), in the caller's language. */
public record ProblemDocument(String type, String title, int status, String detail, List<FieldError> errors) {

    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field at fault, by JSON pointer. */
    public record FieldError(String pointer, String code, String message) {
        private static FieldError of(Problem fault, Locale locale) {
            var field = fault.field();
            return new FieldError(field == null ? "" : field, fault.code().slug(), ProblemTexts.text(fault, locale));
        }
    }

    /** The document of a problem. */
    public static ProblemDocument of(Problem problem, Locale locale) {
        var text = ProblemTexts.text(problem, locale);
        var document = of(problem.code(), problem.code().kind().status(), text, problem.field(), locale);
        return problem.faults().isEmpty()
                ? document
                : document.with(problem.faults().stream()
                        .map(fault -> FieldError.of(fault, locale))
                        .toList());
    }

    /** The document of a refusal of which nothing but the status is known: by the server, before a resource was reached. */
    public static ProblemDocument of(int status, Locale locale) {
        var reason = reason(status, locale);
        return status == 404
                ? of(new Problem(PlatformProblem.NOT_FOUND), locale)
                : new ProblemDocument("/problems/http-" + status, reason, status, reason + ".", List.of());
    }

    static ProblemDocument of(ProblemCode code, int status, String text, @Nullable String field, Locale locale) {
        var title = status == 503 || status == 500 ? text : reason(status, locale);
        var errors = field == null ? List.<FieldError>of() : List.of(new FieldError(field, code.slug(), text));
        return new ProblemDocument("/problems/" + code.slug(), title, status, text, errors);
    }

    /** The same, naming these places at fault. */
    public ProblemDocument with(List<FieldError> places) {
        return new ProblemDocument(type, title, status, detail, places);
    }

    /** The document of a workbook that was refused: each place by sheet, row and column. */
    public static ProblemDocument of(Problem refusal, List<Rejected> rejected, Locale locale) {
        return of(refusal, locale)
                .with(rejected.stream()
                        .map(place -> new FieldError(
                                place.pointer(), place.problem().code().slug(), told(place, locale)))
                        .toList());
    }

    private static String told(Rejected rejected, Locale locale) {
        var text = ProblemTexts.text(rejected.problem(), locale);
        return rejected.cell() == null ? text : rejected.cell() + ": " + text;
    }

    /** As an answer with its status; a document of 503 says when to come again, if to. */
    public Response response() {
        var answer = Response.status(status).type(MEDIA_TYPE).entity(this);
        return (repeatable() ? answer.header("Retry-After", 5) : answer).build();
    }

    /** Whether the same may be sent again later without looking: not where it may have been done already. */
    boolean repeatable() {
        return status == 503 && !type.endsWith("/" + PlatformProblem.OUTCOME_UNKNOWN.slug());
    }

    static String reason(int status, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        return switch (status) {
            case 400 -> english ? "The request cannot be read" : "Запрос не удалось прочитать";
            case 401 -> english ? "Log in first" : "Нужен вход";
            case 403 -> english ? "Not allowed" : "Действие не разрешено";
            case 404 -> english ? "Not found" : "Не найдено";
            case 405 -> english ? "Method not allowed" : "Метод не поддерживается";
            case 406 -> english ? "Not available in that form" : "В таком виде не выдаётся";
            case 409 -> english ? "Conflicts with the present state" : "Противоречит текущему состоянию";
            case 412 -> english ? "Changed meanwhile" : "Данные уже изменены";
            case 413 -> english ? "Too large" : "Слишком большой объём";
            case 415 -> english ? "Media type not supported" : "Вид данных не поддерживается";
            case 422 -> english ? "Refused by a rule" : "Отклонено правилом";
            case 428 -> english ? "Version required" : "Нужно указать версию";
            case 429 -> english ? "Too many requests" : "Слишком много запросов";
            default -> english ? "The request failed" : "Запрос не выполнен";
        };
    }
}
