package ru.mos.clusters.ownership.source;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are valid by the tax service's schemas (checked with {@code xmllint --schema}), with every kind of founder and
 * every form of share, against a table written by hand.
 */
class EgrulSamplesTest {

    private static InputStream resource(String name) {
        return Objects.requireNonNull(EgrulSamplesTest.class.getResourceAsStream(name));
    }

    private static String expected(String version) throws IOException {
        try (var in = resource("egrul-expected.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> !line.endsWith(" 4.08")
                            ? line
                            : version.equals("4.08") ? line.replace(" 4.08", "") : line.replace(" ARREST 4.08", ""))
                    .collect(joining("\n"))
                    .strip();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.07", "4.08"})
    void a_valid_file_gives_the_graph_that_was_written_down_before(String version) throws IOException {
        try (var in = resource("egrul-" + version + ".xml")) {
            var extracts = Extracts.read(in);

            assertThat(extracts.taken.stream()
                            .map(Extracts::shown)
                            .collect(joining("\n"))
                            .strip())
                    .isEqualTo(expected(version));
            assertThat(extracts.rejected).isEmpty();
            assertThat(extracts.ofFile).isEmpty();
        }
    }
}
