package ru.mos.clusters.opendata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import ru.mos.clusters.platform.Csv;
import ru.mos.clusters.platform.Json;

/**
 * A table of text with metadata by which programs understand it, as W3C's CSV on the Web has them. The metadata stand beside the table
 * under the name the standard looks for.
 *
 * @param file name of the table
 * @param key columns by which rows are told apart
 */
record CsvwTable(String file, String title, String description, List<Column> columns, List<String> key) {

    /**
     * A column.
     *
     * @param type {@code string}, {@code integer}, {@code decimal} or {@code date} of XML Schema
     * @param required whether every row has a value
     */
    record Column(String name, String type, boolean required, String title, String description) {}

    String metadataFile() {
        return file + "-metadata.json";
    }

    String head() {
        return Csv.line(',', columns.stream().map(Column::name).toArray());
    }

    /** What the table is and what its columns mean. */
    String metadata(Settings settings, LocalDate day) {
        var json = Json.mapper().createObjectNode();
        json.putArray("@context").add("http://www.w3.org/ns/csvw").addObject().put("@language", "ru");
        json.put("url", file)
                .put("dc:title", title)
                .put("dc:description", description)
                .put("dc:publisher", settings.publisherName())
                .put("dc:issued", day.toString());
        json.putObject("dc:license").put("@id", settings.licenceUrl());
        json.putObject("dialect").put("encoding", "utf-8").put("delimiter", ",").put("header", true);
        var schema = json.putObject("tableSchema");
        var described = schema.putArray("columns");
        for (var column : columns) {
            ObjectNode one = described
                    .addObject()
                    .put("name", column.name())
                    .put("titles", column.name())
                    .put("datatype", column.type());
            if (column.required()) {
                one.put("required", true);
            }
            one.put("dc:title", column.title()).put("dc:description", column.description());
        }
        var keys = schema.putArray("primaryKey");
        key.forEach(keys::add);
        return json.toPrettyString();
    }

    /** Holds the table as it lies there to its metadata as they lie there, cell by cell, and searches it for persons. */
    static void check(Path table, Path metadata, String file, Findings findings) {
        try (var rows = Files.newBufferedReader(table, StandardCharsets.UTF_8)) {
            var schema = Json.mapper().readTree(metadata.toFile()).path("tableSchema");
            check(rows, schema, file, findings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void check(BufferedReader rows, JsonNode schema, String file, Findings findings) throws IOException {
        var columns = schema.path("columns");
        var keys = new HashSet<String>();
        schema.path("primaryKey").forEach(key -> keys.add(key.asText()));
        var seen = new HashSet<List<String>>();
        var row = new AtomicInteger(-1);
        Csv.read(rows, cells -> {
            int at = row.incrementAndGet();
            if (cells.size() != columns.size()) {
                findings.fault(FindingKind.RULE, file, "/" + at, String.join(",", cells));
            } else if (at == 0) {
                checkHead(cells, columns, file, findings);
            } else {
                checkRow(cells, columns, file, at, findings);
                if (!seen.add(keyOf(cells, columns, keys))) {
                    findings.fault(FindingKind.NOT_ORDERED, file, "/" + at, String.join(",", cells));
                }
            }
        });
    }

    private static void checkHead(List<String> cells, JsonNode columns, String file, Findings findings) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).equals(columns.get(i).path("titles").asText())) {
                findings.fault(FindingKind.NOT_LISTED, file, "/0/" + i, cells.get(i));
            }
        }
    }

    private static void checkRow(List<String> cells, JsonNode columns, String file, int at, Findings findings) {
        for (int i = 0; i < cells.size(); i++) {
            var column = columns.get(i);
            var place = "/" + at + "/" + column.path("name").asText();
            if (cells.get(i).isEmpty()) {
                if (column.path("required").asBoolean()) {
                    findings.fault(
                            FindingKind.REQUIRED,
                            file,
                            place,
                            column.path("name").asText());
                }
            } else if (!isOf(cells.get(i), column.path("datatype").asText())) {
                findings.fault(FindingKind.FORMAT, file, place, cells.get(i));
            } else {
                findings.text(cells.get(i), file, place, null);
            }
        }
    }

    private static List<String> keyOf(List<String> cells, JsonNode columns, Set<String> keys) {
        var key = new java.util.ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            if (keys.contains(columns.get(i).path("name").asText())) {
                key.add(cells.get(i));
            }
        }
        return key;
    }

    private static boolean isOf(String cell, String type) {
        try {
            return switch (type) {
                case "integer" -> cell.matches("-?\\d+");
                case "decimal" -> new BigDecimal(cell).toPlainString().equals(cell);
                case "date" -> LocalDate.parse(cell).toString().equals(cell);
                default -> true;
            };
        } catch (NumberFormatException | DateTimeParseException other) {
            return false;
        }
    }
}
