package ru.mos.clusters.opendata;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into a publication.
 *
 * @param name as it is called below {@code /open-data/}
 * @param path gone once the publication is prepared
 * @param records null where it describes others
 */
record DraftFile(
        String name, String mediaType, Path path, @Nullable Long records) {

    static final String JSON = "application/json";
    static final String CSV = "text/csv; charset=UTF-8; header=present";
    static final String CSVW = "application/csvm+json";
    static final String PASSPORT = "text/csv; charset=UTF-8";

    /** Writes what a small file says. */
    static DraftFile of(Path folder, String name, String mediaType, String text) {
        var path = place(folder, name);
        try (Writer out = writer(path)) {
            out.write(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new DraftFile(name, mediaType, path, null);
    }

    static Path place(Path folder, String name) {
        return folder.resolve(name.replace('/', '_'));
    }

    static BufferedWriter writer(Path path) throws IOException {
        return Files.newBufferedWriter(path, StandardCharsets.UTF_8);
    }
}
