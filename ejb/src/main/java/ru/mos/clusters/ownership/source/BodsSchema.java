package ru.mos.clusters.ownership.source;

import static ru.mos.clusters.ownership.OwnershipProblem.BODS_FORMAT_WRONG;
import static ru.mos.clusters.ownership.OwnershipProblem.BODS_PROPERTY_MISSING;
import static ru.mos.clusters.ownership.OwnershipProblem.BODS_RULE_BROKEN;
import static ru.mos.clusters.ownership.OwnershipProblem.BODS_TYPE_WRONG;
import static ru.mos.clusters.ownership.OwnershipProblem.BODS_VALUE_NOT_LISTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.OwnershipProblem;

/** Holds statements to the schemas of BODS 0.4, formats such as {@code date} and {@code uri} included. */
public final class BodsSchema {

    private static final Map<String, String> FILES = Map.of(
            "urn:statement", "statement",
            "urn:entity", "entity-record",
            "urn:person", "person-record",
            "urn:relationship", "relationship-record",
            "urn:components", "components");

    private static final JsonSchema STATEMENT = schema();

    private BodsSchema() {}

    private static JsonSchema schema() {
        var ours = Stream.of("codelist", "openCodelist", "version", "propertyOrder")
                .map(NonValidationKeyword::new)
                .toList();
        var meta = JsonMetaSchema.builder(JsonMetaSchema.getV202012());
        ours.forEach(meta::keyword);
        var factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder ->
                        builder.metaSchema(meta.build()).schemaLoaders(loaders -> loaders.schemas(BodsSchema::text)));
        var config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .build();
        return factory.getSchema(SchemaLocation.of("urn:statement#/$defs/Statement"), config);
    }

    private static @Nullable String text(String urn) {
        String file = FILES.get(urn);
        if (file == null) {
            return null;
        }
        try (var in = Objects.requireNonNull(BodsSchema.class.getResourceAsStream("bods/" + file + ".json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What the schema says against the statement; nothing if it is valid. */
    public static Set<ValidationMessage> validate(JsonNode statement) {
        return STATEMENT.validate(statement);
    }

    /** Every fault of the statement; none if it is valid. */
    static List<SourceRemark> faults(JsonNode statement, int position) {
        return validate(statement).stream()
                .map(fault -> remark(fault, statement, position))
                // neither a date nor a date with a time: one fault, not two
                .distinct()
                .sorted(Comparator.comparing(
                                (SourceRemark fault) -> fault.args().get(1))
                        .thenComparing(fault -> fault.code().slug()))
                .toList();
    }

    private static SourceRemark remark(ValidationMessage fault, JsonNode statement, int position) {
        String pointer = fault.getInstanceLocation().toString();
        OwnershipProblem code;
        String detail;
        switch (fault.getType()) {
            case "required" -> {
                code = BODS_PROPERTY_MISSING;
                detail = String.valueOf(fault.getProperty());
            }
            case "enum", "const" -> {
                code = BODS_VALUE_NOT_LISTED;
                detail = shown(statement.at(pointer));
            }
            case "format", "pattern" -> {
                code = BODS_FORMAT_WRONG;
                detail = shown(statement.at(pointer));
            }
            case "type" -> {
                code = BODS_TYPE_WRONG;
                detail = shown(statement.at(pointer));
            }
            default -> {
                code = BODS_RULE_BROKEN;
                detail = fault.getType();
            }
        }
        String id = statement.path("statementId").asText("");
        return new SourceRemark(
                code,
                id.isEmpty() ? null : shown(statement.path("statementId")),
                position,
                pointer,
                List.of(Integer.toString(position), pointer.isEmpty() ? "/" : pointer, detail),
                true,
                null);
    }

    private static String shown(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : value.getNodeType().toString();
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
