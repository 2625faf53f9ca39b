package ru.mos.clusters.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void help_is_given_to_whoever_asks_and_whoever_says_nothing() throws IOException {
        assertThat(run("--help")).isZero();
        assertThat(run("")).isZero();
        assertThat(out.toString(UTF_8)).contains("sme", "headcount", "income", "defect", "--records");
    }

    @Test
    void a_row_of_releases_comes_with_the_lists_of_changes() throws IOException {
        assertThat(run("sme --records 100 --releases 2 --version 4.05,4.06 --out " + directory))
                .isZero();

        assertThat(directory.toFile().list())
                .containsExactlyInAnyOrder(
                        "data-10082026-structure-10062023.zip",
                        "data-10092026-structure-12052026.zip",
                        "data-10092026-structure-12052026.zip.changes.csv");
    }

    @Test
    void one_file_is_written_under_the_name_given() throws IOException {
        assertThat(run("headcount --records 50 --out " + directory.resolve("h.zip")))
                .isZero();
        assertThat(run("income --records 50 --defects INCOME_TOO_FINE=2 --out " + directory.resolve("i.xml")))
                .isZero();
        assertThat(run("defect --name DOCTYPE --out " + directory.resolve("d.zip")))
                .isZero();

        assertThat(directory.toFile().list())
                .containsExactlyInAnyOrder("h.zip", "i.xml", "i.xml.defects.csv", "d.zip", "d.zip.defects.csv");
    }

    @Test
    void defects_are_listed_with_their_meaning() throws IOException {
        run("defect --name list");

        assertThat(out.toString(UTF_8).lines()).hasSize(Defect.values().length);
        assertThat(out.toString(UTF_8)).containsPattern("RATIO_BOMB +1 GB of spaces");
    }

    @Test
    void senseless_arguments_are_answered_in_one_line() throws IOException {
        for (String senseless :
                List.of("sme --records many", "sme --version 5", "tea", "defect --name TEA", "sme --x 1")) {
            err.reset();

            assertThat(run(senseless)).isEqualTo(2);
            assertThat(err.toString(UTF_8).lines()).hasSize(1);
        }
    }

    private int run(String arguments) throws IOException {
        List<String> words = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));
        return Main.run(words, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
