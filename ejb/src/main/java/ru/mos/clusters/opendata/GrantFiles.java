package ru.mos.clusters.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Csv;

/**
 * Grants as 360Giving wants them, as JSON and as the flat table of the standard, written as they are read. Sums are exact decimals
 * from the database to the file.
 */
final class GrantFiles {

    static final String NAME = "grants-360.json";
    static final String FLAT = "grants-360.csv";

    private static final int ROWS_AT_ONCE = 1000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Object[] HEAD = {
        "Identifier",
        "Title",
        "Description",
        "Currency",
        "Amount Awarded",
        "Amount Disbursed",
        "Award Date",
        "Planned Dates:Start Date",
        "Planned Dates:End Date",
        "Recipient Org:Identifier",
        "Recipient Org:Name",
        "Funding Org:Identifier",
        "Funding Org:Name",
        "Grant Programme:Code",
        "Grant Programme:Title",
        "Beneficiary Location:Name",
        "Beneficiary Location:Country Code",
        "From An Open Call?"
    };

    private final Settings settings;
    private final LocalDate day;
    private final Instant now;

    private BigDecimal awarded = new BigDecimal("0.00");
    private BigDecimal disbursed = awarded;
    private BigDecimal leftOutAwarded = awarded;
    private BigDecimal leftOutDisbursed = awarded;
    private long written;

    GrantFiles(Settings settings, LocalDate day, Instant now) {
        this.settings = settings;
        this.day = day;
        this.now = now;
    }

    /** What grants come to: those told one by one, and those of persons, which are not. */
    record Totals(BigDecimal awarded, BigDecimal disbursed, BigDecimal leftOutAwarded, BigDecimal leftOutDisbursed) {
        BigDecimal allDisbursed() {
            return disbursed.add(leftOutDisbursed);
        }
    }

    Totals totals() {
        return new Totals(awarded, disbursed, leftOutAwarded, leftOutDisbursed);
    }

    /** Both files; none where there is no grant to tell of, for the standard knows no empty package. */
    List<DraftFile> write(Handle handle, String statement, Path folder) throws IOException {
        var json = DraftFile.place(folder, NAME);
        var flat = DraftFile.place(folder, FLAT);
        try (var out = MAPPER.createGenerator(Files.newOutputStream(json));
                var table = DraftFile.writer(flat);
                var rows = handle
                        .createQuery(statement)
                        .bind("day", day)
                        .setFetchSize(ROWS_AT_ONCE)
                        .mapTo(Grant.class)
                        .stream()) {
            out.writeStartObject();
            head(out);
            out.writeArrayFieldStart("grants");
            table.write(Csv.line(',', HEAD) + Csv.LINE_END);
            for (var grant : (Iterable<Grant>) rows::iterator) {
                write(grant, out, table);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return written == 0
                ? List.of()
                : List.of(
                        new DraftFile(NAME, DraftFile.JSON, json, written),
                        new DraftFile(FLAT, DraftFile.CSV, flat, written));
    }

    private void head(JsonGenerator out) throws IOException {
        out.writeStringField("version", "1.4");
        out.writeStringField("title", "Субсидии на совместные проекты кластеров Москвы");
        out.writeStringField(
                "description",
                "Соглашения о субсидиях, зарегистрированные на " + day
                        + ". Суммы в рублях; amountDisbursed – выплачено за вычетом возвратов. Получатели указаны кодом RU-INN-ИНН;"
                        + " субсидии предпринимателям – только суммами в entrepreneurs.csv.");
        out.writeStringField("issued", day.toString());
        out.writeStringField("modified", now.toString());
        out.writeStringField("identifier", settings.grantPrefix() + "-" + day);
        out.writeObjectFieldStart("publisher");
        out.writeStringField("identifier", settings.publisherId());
        out.writeStringField("name", settings.publisherName());
        out.writeEndObject();
        if (!settings.address().isEmpty()) {
            out.writeStringField("accessURL", settings.address() + "/open-data/");
            out.writeStringField("downloadURL", settings.address() + "/open-data/" + NAME);
        }
        out.writeStringField("license", settings.licenceUrl());
    }

    private void write(Grant grant, JsonGenerator out, Writer table) throws IOException {
        if (grant.isOfPerson()) {
            leftOutAwarded = leftOutAwarded.add(grant.awarded());
            leftOutDisbursed = leftOutDisbursed.add(grant.disbursed());
            return;
        }
        awarded = awarded.add(grant.awarded());
        disbursed = disbursed.add(grant.disbursed());
        written++;
        out.writeTree(json(grant));
        table.write(flat(grant) + Csv.LINE_END);
    }

    private String id(Grant grant) {
        return settings.grantPrefix() + "-" + grant.code();
    }

    private ObjectNode json(Grant grant) {
        var json = NODES.objectNode()
                .put("id", id(grant))
                .put("title", grant.title())
                .put("description", grant.description())
                .put("currency", "RUB")
                .put("amountAwarded", grant.awarded())
                .put("amountDisbursed", grant.disbursed())
                .put("awardDate", grant.awardedOn().toString());
        var planned = json.putArray("plannedDates")
                .addObject()
                .put("startDate", grant.signedOn().toString());
        if (grant.dueOn() != null) {
            planned.put("endDate", grant.dueOn().toString());
        }
        json.putArray("recipientOrganization")
                .addObject()
                .put("id", "RU-INN-" + grant.party())
                .put("name", grant.recipient());
        json.putArray("beneficiaryLocation").addObject().put("name", "Москва").put("countryCode", "RU");
        json.putArray("fundingOrganization")
                .addObject()
                .put("id", settings.publisherId())
                .put("name", settings.publisherName());
        if (grant.programme() != null) {
            json.putArray("grantProgramme")
                    .addObject()
                    .put("code", grant.programme())
                    .put("title", grant.programmeTitle());
            json.put("fromOpenCall", "Yes");
        }
        return json;
    }

    private String flat(Grant grant) {
        return Csv.line(
                ',',
                id(grant),
                grant.title(),
                grant.description(),
                "RUB",
                grant.awarded().toPlainString(),
                grant.disbursed().toPlainString(),
                grant.awardedOn(),
                grant.signedOn(),
                grant.dueOn(),
                "RU-INN-" + grant.party(),
                grant.recipient(),
                settings.publisherId(),
                settings.publisherName(),
                grant.programme(),
                grant.programmeTitle(),
                "Москва",
                "RU",
                grant.programme() == null ? null : "Yes");
    }

    /** Holds the file as it lies there to the standard, grant by grant, and searches it for persons. */
    static void check(Path file, String prefix, Findings findings) {
        try (var in = MAPPER.createParser(Files.newInputStream(file))) {
            var head = NODES.objectNode();
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var name = in.currentName();
                in.nextToken();
                if (name.equals("grants")) {
                    var first = checkGrants(in, prefix, findings);
                    if (first != null) {
                        head.putArray(name).add(first);
                    }
                } else {
                    head.set(name, MAPPER.<JsonNode>readTree(in));
                }
            }
            findings.faults(PublicSchemas.GRANT_PACKAGE.validate(head), head, NAME, "");
            head.remove("grants");
            findings.texts(head, NAME, "", null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static @Nullable JsonNode checkGrants(
            com.fasterxml.jackson.core.JsonParser in, String prefix, Findings findings) throws IOException {
        JsonNode first = null;
        var ids = new java.util.HashSet<String>();
        for (int at = 0; in.nextToken() == JsonToken.START_OBJECT; at++) {
            JsonNode grant = MAPPER.readTree(in);
            var place = "/grants/" + at;
            var id = grant.path("id").asText();
            findings.faults(PublicSchemas.GRANT.validate(grant), grant, NAME, place);
            findings.texts(grant, NAME, place, id.startsWith(prefix + "-") ? id.substring(prefix.length() + 1) : null);
            if (!ids.add(id)) {
                findings.fault(FindingKind.NOT_ORDERED, NAME, place + "/id", id);
            }
            first = first == null ? grant : first;
        }
        return first;
    }
}
