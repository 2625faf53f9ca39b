package ru.mos.clusters.opendata;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;
import ru.mos.clusters.ownership.OwnershipExport;
import ru.mos.clusters.ownership.source.BodsSchema;

/**
 * Who owns the organisations and companies of clusters, as BODS 0.4 wants it: organisations only. A subject is asked about once; of
 * statements about the same record the first stays.
 */
final class OwnershipFile {

    static final String NAME = "ownership-bods.json";

    private static final int ASKED_AT_ONCE = 200;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String COMPANIES = """
            select o.inn from cluster.organisation o
             where o.superseded_by is null and daterange(o.valid_from, o.valid_until) @> :day
            union
            select m.inn from cluster.membership m
             where m.superseded_by is null and daterange(m.valid_from, m.valid_until) @> :day and length(m.inn) = 10
             order by inn""";

    /** Digests and the like: digits in them are nobody's number. */
    private static final List<String> IDENTIFIERS =
            List.of("statementId", "recordId", "declarationSubject", "subject", "interestedParty");

    private OwnershipFile() {}

    static DraftFile write(Handle handle, OwnershipExport ownership, LocalDate day, Path folder) throws IOException {
        var companies = handle.createQuery(COMPANIES)
                .bind("day", day)
                .mapTo(String.class)
                .list();
        var path = DraftFile.place(folder, NAME);
        var told = new HashSet<String>();
        try (var out = MAPPER.createGenerator(Files.newOutputStream(path))) {
            out.writeStartArray();
            for (int from = 0; from < companies.size(); from += ASKED_AT_ONCE) {
                var some = List.copyOf(companies.subList(from, Math.min(companies.size(), from + ASKED_AT_ONCE)));
                ownership.organisations(some, day, statement -> {
                    if (told.add(statement.path("recordId").asText())) {
                        write(out, statement);
                    }
                });
            }
            out.writeEndArray();
        }
        return new DraftFile(NAME, DraftFile.JSON, path, (long) told.size());
    }

    private static void write(com.fasterxml.jackson.core.JsonGenerator out, JsonNode statement) {
        try {
            out.writeTree(statement);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode withoutIdentifiers(JsonNode statement) {
        JsonNode rest = statement.deepCopy();
        for (var part : List.of(rest, rest.path("recordDetails"))) {
            if (part instanceof ObjectNode object) {
                IDENTIFIERS.stream()
                        .filter(name -> object.path(name).isTextual())
                        .forEach(object::remove);
            }
        }
        return rest;
    }

    /** Holds the file as it lies there to the standard, statement by statement, and searches it for persons. */
    static void check(Path file, Findings findings) {
        try (var in = MAPPER.createParser(Files.newInputStream(file))) {
            var ids = new HashSet<String>();
            in.nextToken();
            for (int at = 0; in.nextToken() == JsonToken.START_OBJECT; at++) {
                JsonNode statement = MAPPER.readTree(in);
                var place = "/" + at;
                findings.faults(BodsSchema.validate(statement), statement, NAME, place);
                findings.texts(withoutIdentifiers(statement), NAME, place, null);
                if (!ids.add(statement.path("statementId").asText())) {
                    findings.fault(
                            FindingKind.NOT_ORDERED,
                            NAME,
                            place + "/statementId",
                            statement.path("statementId").asText());
                }
                if (statement.path("recordType").asText().equals("person")) {
                    findings.fault(FindingKind.RULE, NAME, place + "/recordType", "person");
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
