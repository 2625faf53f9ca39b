package ru.mos.clusters.web.rest;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/** Query and path parameters: what cannot be read is a 400 that names the parameter. */
@Provider
public class Parameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            LocalDate.class,
            text -> Dates.parse(text, null),
            Instant.class,
            text -> Dates.instant(text, null),
            UUID.class,
            Parameters::uuid,
            Integer.class,
            Integer::valueOf,
            int.class,
            Integer::valueOf,
            Long.class,
            Long::valueOf,
            long.class,
            Long::valueOf,
            Inn.class,
            Inn::new);

    /** As in a body: PostgreSQL keeps no U+0000, and no name holds any other control character. */
    private static String text(String text, String name) {
        if (!JsonForm.isClean(text)) {
            throw new Problem(PlatformProblem.TEXT_FORBIDDEN_CHARACTER, name);
        }
        return text;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable <T> ParamConverter<T> getConverter(Class<T> raw, Type generic, Annotation[] annotations) {
        var name = name(annotations);
        if (raw.equals(String.class)) {
            return new Reading<>(text -> raw.cast(text(text, name)), name);
        }
        var reader = raw.isEnum()
                ? (Function<String, ?>) text -> constant(raw, text)
                : raw.equals(Boolean.class) ? (Function<String, ?>) Parameters::truth : READERS.get(raw);
        return reader == null ? null : new Reading<>((Function<String, T>) reader, name);
    }

    /** Converts a parameter of one name. */
    private record Reading<T>(Function<String, T> reader, String name) implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return reader.apply(text);
            } catch (Problem problem) {
                throw problem;
            } catch (RuntimeException unreadable) {
                throw new Problem(
                        PlatformProblem.PARAMETER_MALFORMED,
                        name,
                        text.length() > 60 ? text.substring(0, 60) + "…" : text);
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }

    private static UUID uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException(text); // the JDK would take 1-1-1-1-1
        }
        return UUID.fromString(text);
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static String name(Annotation[] annotations) {
        for (var annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            if (annotation instanceof PathParam path) {
                return path.value();
            }
            if (annotation instanceof HeaderParam header) {
                return header.value();
            }
        }
        return "?";
    }
}
