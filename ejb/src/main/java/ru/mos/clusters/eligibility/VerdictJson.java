package ru.mos.clusters.eligibility;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.Message;
import ru.mos.clusters.eligibility.rule.Reason;
import ru.mos.clusters.eligibility.rule.Subject;
import ru.mos.clusters.eligibility.rule.Verdict;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;

/** A verdict as it is kept: whole and in no language, so that it can be told again in any. */
final class VerdictJson {

    private static final String RULES = Reason.class.getPackageName() + ".";

    private static final ObjectMapper MAPPER = Json.mapper()
            .copy()
            .registerModule(new SimpleModule("verdict")
                    .addSerializer(Message.class, new MessageWriter())
                    .addDeserializer(Message.class, new MessageReader())
                    .addDeserializer(Inn.class, new InnReader()));

    private VerdictJson() {}

    static String write(Verdict verdict) {
        try {
            return MAPPER.writeValueAsString(verdict);
        } catch (JsonProcessingException defect) {
            throw new UncheckedIOException(defect);
        }
    }

    static Verdict read(String json) {
        try {
            return MAPPER.readValue(json, Verdict.class);
        } catch (JsonProcessingException defect) {
            throw new UncheckedIOException(defect);
        }
    }

    /** Arguments bear their kind, for their words depend on it. */
    private static void write(Object argument, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (argument instanceof List<?> list) {
            out.writeStartArray();
            for (var item : list) {
                write(item, out, provider);
            }
            out.writeEndArray();
            return;
        }
        var kind = kind(argument);
        if (kind == null) {
            provider.defaultSerializeValue(argument, out);
            return;
        }
        out.writeStartObject();
        out.writeFieldName(kind);
        if (argument instanceof Enum<?> constant) {
            out.writeString(constant.getDeclaringClass().getName().substring(RULES.length()) + " " + constant.name());
        } else {
            provider.defaultSerializeValue(argument, out);
        }
        out.writeEndObject();
    }

    private static @Nullable String kind(Object argument) {
        if (argument instanceof Enum<?>) {
            return "constant";
        } else if (argument instanceof Message) {
            return "message";
        } else if (argument instanceof Subject) {
            return "subject";
        } else if (argument instanceof Message.Quantity) {
            return "quantity";
        } else if (argument instanceof Message.Percent) {
            return "percent";
        } else if (argument instanceof LocalDate) {
            return "date";
        }
        return argument instanceof Fraction ? "fraction" : null;
    }

    private static Object argument(JsonNode node) throws JsonProcessingException {
        if (node.isArray()) {
            var list = new ArrayList<Object>();
            for (var item : node) {
                list.add(argument(item));
            }
            return List.copyOf(list);
        } else if (node.isTextual()) {
            return node.textValue();
        } else if (node.isNumber()) {
            return node.numberValue();
        }
        var kind = node.fieldNames().next();
        var value = node.get(kind);
        return switch (kind) {
            case "constant" -> constant(value.textValue());
            case "message" -> MAPPER.treeToValue(value, Message.class);
            case "subject" -> MAPPER.treeToValue(value, Subject.class);
            case "quantity" -> MAPPER.treeToValue(value, Message.Quantity.class);
            case "percent" -> MAPPER.treeToValue(value, Message.Percent.class);
            case "date" -> MAPPER.treeToValue(value, LocalDate.class);
            case "fraction" -> MAPPER.treeToValue(value, Fraction.class);
            default -> throw new IllegalStateException("an argument of kind " + kind);
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Enum<?> constant(String text) {
        int space = text.indexOf(' ');
        try {
            var type = Class.forName(RULES + text.substring(0, space), false, VerdictJson.class.getClassLoader());
            return Enum.valueOf((Class<Enum>) type.asSubclass(Enum.class), text.substring(space + 1));
        } catch (ClassNotFoundException renamed) {
            throw new IllegalStateException(text, renamed);
        }
    }

    private static final class MessageWriter extends JsonSerializer<Message> {
        @Override
        public void serialize(Message message, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeStringField("reason", message.reason().name());
            out.writeFieldName("arguments");
            VerdictJson.write(message.arguments(), out, provider);
            out.writeEndObject();
        }
    }

    private static final class MessageReader extends JsonDeserializer<Message> {
        @Override
        @SuppressWarnings("unchecked")
        public Message deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode node = MAPPER.readTree(in);
            return new Message(
                    Reason.valueOf(node.get("reason").textValue()), (List<Object>) argument(node.get("arguments")));
        }
    }

    private static final class InnReader extends JsonDeserializer<Inn> {
        @Override
        public Inn deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return new Inn(in.getText());
        }
    }
}
