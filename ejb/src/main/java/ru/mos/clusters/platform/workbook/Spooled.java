package ru.mos.clusters.platform.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/**
 * A workbook on its way in, put aside while it is read: whether it is kept is known only then.
 *
 * @param file gone once this is closed
 */
public record Spooled(Path file) implements AutoCloseable {

    /** The largest that people fill in by hand, in bytes. */
    public static final long LARGEST = 10L * 1024 * 1024;

    /** @throws Problem {@code body-too-large} */
    public static Spooled of(InputStream bytes) throws IOException {
        var spooled = new Spooled(Files.createTempFile("workbook-", ".xlsx"));
        try (var out = Files.newOutputStream(spooled.file)) {
            var buffer = new byte[1 << 16];
            long size = 0;
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > LARGEST) {
                    throw new Problem(PlatformProblem.BODY_TOO_LARGE, LARGEST / (1024 * 1024));
                }
                out.write(buffer, 0, read);
            }
            return spooled;
        } catch (IOException | Problem failure) {
            spooled.close();
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
