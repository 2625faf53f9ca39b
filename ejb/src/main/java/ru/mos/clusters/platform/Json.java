package ru.mos.clusters.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as the database keeps it: before and after of a change, facts of a task, a stored verdict. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(valueTypes())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Json() {}

    /** The forms of our value types, shared with the doors: an INN is its digits, a fraction two strings. */
    public static SimpleModule valueTypes() {
        var module = new SimpleModule("clusters");
        module.addSerializer(Inn.class, text(Inn::digits));
        module.addSerializer(Ogrn.class, text(Ogrn::digits));
        module.addSerializer(Fraction.class, new JsonSerializer<>() {
            @Override
            public void serialize(Fraction share, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeStartObject();
                out.writeStringField("numerator", share.numerator().toString());
                out.writeStringField("denominator", share.denominator().toString());
                out.writeEndObject();
            }
        });
        return module;
    }

    private static <T> JsonSerializer<T> text(java.util.function.Function<T, String> form) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(form.apply(value));
            }
        };
    }

    /** The value as JSON text. */
    public static @Nullable String write(@Nullable Object value) {
        try {
            return value == null ? null : MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException defect) {
            throw new IllegalArgumentException("not expressible as JSON: " + value.getClass(), defect);
        }
    }

    /** An object as the database keeps it, by its member names; empty for null. */
    public static Map<String, Object> map(@Nullable String text) {
        try {
            return text == null ? Map.of() : MAPPER.readValue(text, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException defect) {
            throw new IllegalArgumentException("not a JSON object", defect);
        }
    }

    /** Any value as the database keeps it; null for null. */
    public static @Nullable JsonNode tree(@Nullable String text) {
        try {
            return text == null ? null : MAPPER.readTree(text);
        } catch (JsonProcessingException defect) {
            throw new IllegalArgumentException("not JSON", defect);
        }
    }

    /** The mapper behind, for trees. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }
}
