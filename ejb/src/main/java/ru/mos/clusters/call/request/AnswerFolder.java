package ru.mos.clusters.call.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ru.mos.clusters.platform.Inn;

/** Files of answers that other programs put into the folder {@code registers} of the data; the last by name holds. */
@ApplicationScoped
class AnswerFolder implements RegisterAdapter {

    private static final long LARGEST = 10L * 1024 * 1024;

    private final Path folder = Path.of(
                    System.getProperty("clusters.data.dir", System.getenv().getOrDefault("CLUSTERS_DATA_DIR", "data")))
            .resolve("registers");

    @Override
    public String name() {
        return folder.getFileName().toString();
    }

    @Override
    public Optional<RequestAnswer> ask(Inn applicant, RequestSubject subject) {
        return files().stream()
                .map(file -> read(file).ask(applicant, subject))
                .flatMap(Optional::stream)
                .reduce((earlier, later) -> later);
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.list(folder)) {
            return found.filter(file -> file.getFileName().toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static AnswerLines read(Path file) {
        try {
            return Files.size(file) > LARGEST
                    ? new AnswerLines(file.getFileName().toString(), List.of())
                    : AnswerLines.read(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
