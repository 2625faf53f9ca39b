package ru.mos.clusters.opendata;

import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The schemas of 360Giving, formats such as {@code date-time} and {@code uri} included. */
final class PublicSchemas {

    private static final String ROOT = "https://raw.githubusercontent.com/ThreeSixtyGiving/standard/";

    static final JsonSchema GRANT = schema("360-giving-schema.json");

    static final JsonSchema GRANT_PACKAGE = schema("360-giving-package-schema.json");

    private PublicSchemas() {}

    private static JsonSchema schema(String file) {
        var meta = JsonMetaSchema.builder(JsonMetaSchema.getV202012());
        Stream.of("codelist", "openCodelist", "weight", "rollUp")
                .map(NonValidationKeyword::new)
                .forEach(meta::keyword);
        var factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.metaSchema(meta.build())
                        .schemaLoaders(loaders -> loaders.schemas(PublicSchemas::text)));
        var config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .build();
        return factory.getSchema(SchemaLocation.of(ROOT + "1.4.3/schema/" + file), config);
    }

    /** The package names the schema of a grant by the edition before; the dialect by an address that never was its name. */
    private static @Nullable String text(String address) {
        if (!address.startsWith(ROOT)) {
            return null;
        }
        var file = address.substring(address.lastIndexOf('/') + 1);
        try (var in = Objects.requireNonNull(PublicSchemas.class.getResourceAsStream("360giving/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(
                            "http://json-schema.org/draft/2020-12/schema",
                            "https://json-schema.org/draft/2020-12/schema");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
