package ru.mos.clusters.web.rest;

import static com.fasterxml.jackson.databind.cfg.CoercionAction.Fail;
import static com.fasterxml.jackson.databind.cfg.CoercionAction.TryConvert;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/** JSON at the doors: strict when read, nothing converted silently; amounts and exact shares as strings when written. */
@Provider
public class JsonForm implements ContextResolver<ObjectMapper> {

    private static final ObjectMapper MAPPER = mapper();

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return MAPPER;
    }

    /** Whether a text holds nothing but signs: no controls but line breaks and tabs, no halves of a surrogate pair. */
    static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f || (c >= 0xd800 && c <= 0xdfff));
    }

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                        .build())
                .addModule(new JavaTimeModule())
                .addModule(Json.valueTypes())
                .addModule(new SimpleModule("strict")
                        .addDeserializer(String.class, new CleanText())
                        .addDeserializer(LocalDate.class, new IsoDate())
                        .addDeserializer(Instant.class, new IsoInstant())
                        .addDeserializer(Fraction.class, new ExactShare()))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(config -> {
                    for (var shape : List.of(
                            CoercionInputShape.String,
                            CoercionInputShape.EmptyString,
                            CoercionInputShape.Integer,
                            CoercionInputShape.Float,
                            CoercionInputShape.Boolean)) {
                        config.setCoercion(shape, Fail);
                    }
                })
                .withCoercionConfig(LogicalType.Float, config -> {
                    config.setCoercion(CoercionInputShape.Integer, TryConvert);
                    config.setCoercion(CoercionInputShape.String, TryConvert);
                })
                .withCoercionConfig(
                        LogicalType.DateTime, config -> config.setCoercion(CoercionInputShape.String, TryConvert))
                .build();
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)); // [null] is nobody's list
        mapper.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        return mapper;
    }

    /** Text without control characters: PostgreSQL keeps no U+0000, and none of the others means anything in a name. */
    private static final class CleanText extends StdScalarDeserializer<String> {
        CleanText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isScalarValue() || !parser.currentToken().equals(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            var text = parser.getText();
            if (!isClean(text)) {
                throw new Problem(PlatformProblem.TEXT_FORBIDDEN_CHARACTER, pointer(parser)).at(pointer(parser));
            }
            return text;
        }
    }

    /** A date is its ISO text and nothing else: the library would take [2024,2,1] too. */
    private static final class IsoDate extends StdScalarDeserializer<LocalDate> {
        IsoDate() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().equals(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            return Dates.parse(parser.getText(), pointer(parser));
        }
    }

    /** An instant as in the addresses: with its zone, or a date that stands for its end in Moscow. */
    private static final class IsoInstant extends StdScalarDeserializer<Instant> {
        IsoInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().equals(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            return Dates.instant(parser.getText(), pointer(parser));
        }
    }

    /** An exact share is two whole numbers, written as strings so that no reader rounds them. */
    private static final class ExactShare extends StdDeserializer<Fraction> {

        private static final int MOST_DIGITS = 40;

        private record Written(
                @Nullable String numerator, @Nullable String denominator) {}

        ExactShare() {
            super(Fraction.class);
        }

        @Override
        public Fraction deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var pointer = pointer(parser);
            var written = context.readValue(parser, Written.class);
            var denominator = whole(written.denominator(), pointer + "/denominator");
            if (denominator.signum() == 0) {
                throw new Problem(PlatformProblem.FRACTION_DENOMINATOR_ZERO).at(pointer + "/denominator");
            }
            return new Fraction(whole(written.numerator(), pointer + "/numerator"), denominator);
        }

        private static BigInteger whole(@Nullable String digits, String pointer) {
            var given = Required.field(digits, pointer);
            if (given.length() > MOST_DIGITS || !given.matches("-?[0-9]+")) {
                throw new Problem(PlatformProblem.FIELD_MALFORMED, pointer).at(pointer);
            }
            return new BigInteger(given);
        }
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }
}
