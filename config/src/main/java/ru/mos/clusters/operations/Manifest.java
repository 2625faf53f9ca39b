package ru.mos.clusters.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a backup says about itself, a thing a line, the last line sealing the others.
 *
 * @param made when, RFC 3339
 * @param migration the newest migration that the database had had
 * @param files plain files beside the tables
 * @param tables those of the application and those of the server
 * @param documents digests of the documents of which the tables speak
 * @param absent digests of those among them that could not be kept, because they are missing or damaged
 */
record Manifest(
        String made,
        String migration,
        List<StoredFile> files,
        List<Table.Content> tables,
        List<Sequence> sequences,
        List<String> documents,
        List<String> absent) {

    private static final String FORM = "clusters-backup 1";

    /** A plain file of the backup. */
    record StoredFile(String name, String sha256) {}

    /** Equal for equal content of tables and documents, wherever they lie. What the server keeps for itself is left out. */
    String contentDigest() {
        return Digests.ofLines(Stream.concat(
                        tables.stream()
                                .filter(table -> !table.table().startsWith(Table.SERVER_SCHEMA + "."))
                                .map(Manifest::line),
                        documents.stream())
                .toList());
    }

    void write(Path file) throws IOException {
        var lines = lines();
        lines.add("seal " + Digests.ofLines(lines));
        Files.write(file, lines, UTF_8);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(FORM, "made " + made, "migration " + migration));
        files.forEach(file -> lines.add("file " + file.sha256() + " " + file.name()));
        tables.forEach(table -> lines.add(line(table)));
        sequences.forEach(at -> lines.add("sequence " + at.value() + " " + at.used() + " " + at.name()));
        documents.forEach(sha256 -> lines.add("document " + sha256));
        absent.forEach(sha256 -> lines.add("absent " + sha256));
        lines.add("content " + contentDigest());
        return lines;
    }

    /** A table's line, as people see it too. */
    static String line(Table.Content table) {
        return "table " + table.rows() + " " + table.sha256() + " " + table.table();
    }

    static Manifest read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refused(file + " is missing: this is no backup, or one that was cut off.");
        }
        var lines = Files.readAllLines(file, UTF_8);
        int last = lines.size() - 1;
        if (last < 0 || !lines.get(last).equals("seal " + Digests.ofLines(lines.subList(0, last)))) {
            throw new Refused(file + " is damaged: its last line does not seal the others.");
        }
        if (!lines.get(0).equals(FORM)) {
            throw new Refused(file + " is of another form than this version knows: " + lines.get(0));
        }
        return new Manifest(
                those(lines, "made", words -> words[0]).get(0),
                those(lines, "migration", words -> words[0]).get(0),
                those(lines, "file", words -> new StoredFile(words[1], words[0])),
                those(lines, "table", words -> new Table.Content(words[2], Long.parseLong(words[0]), words[1])),
                those(
                        lines,
                        "sequence",
                        words -> new Sequence(words[2], Long.parseLong(words[0]), words[1].equals("true"))),
                those(lines, "document", words -> words[0]),
                those(lines, "absent", words -> words[0]));
    }

    private static <T> List<T> those(List<String> lines, String kind, Function<String[], T> reader) {
        return lines.stream()
                .filter(line -> line.startsWith(kind + " "))
                .map(line -> reader.apply(line.substring(kind.length() + 1).split(" ", 3)))
                .toList();
    }
}
