package ru.mos.clusters.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "08006,does not answer",
        "57P01,does not answer",
        "28P01,Check user and password",
        "53100,no room",
        "42P01,refused a statement (42P01)"
    })
    void the_database_is_told_by_what_it_refused(String state, String told) {
        assertThat(Failures.told(new IOException(new SQLException("it says so", state))))
                .hasValueSatisfying(text -> assertThat(text).contains(told, "it says so"));
    }

    @Test
    void a_folder_that_is_not_there_or_not_ours_and_a_full_disk_are_told_by_their_path() {
        assertThat(Failures.told(new NoSuchFileException("/backups/1")))
                .contains("there is no /backups/1. Check the path.");
        assertThat(Failures.told(new AccessDeniedException("/backups/1")))
                .hasValueSatisfying(text -> assertThat(text).contains("may not read or write /backups/1"));
        assertThat(Failures.told(new FileSystemException("/backups/1", null, "No space left on device")))
                .hasValueSatisfying(text -> assertThat(text).startsWith("the disk of /backups/1 is full"));
        assertThat(Failures.told(new IOException("No space left on device")))
                .hasValueSatisfying(text -> assertThat(text).startsWith("the disk is full"));
    }

    @Test
    void a_defect_of_the_program_is_not_dressed_up_as_a_refusal() {
        assertThat(Failures.told(new NullPointerException())).isEmpty();
    }

    @Test
    void a_database_that_is_away_is_a_refusal_without_a_trace_and_leaves_no_folder_behind() throws Exception {
        var environment = Map.of(
                "CLUSTERS_DB_URL", "jdbc:postgresql://127.0.0.1:1/clusters", "CLUSTERS_DATA_DIR", folder.toString());
        var backup = folder.resolve("backup").toString();

        assertThat(said(environment, "backup", backup))
                .startsWith("REFUSED: the database at jdbc:postgresql://127.0.0.1:1/clusters does not answer")
                .doesNotContain("\tat ");
        assertThat(said(environment, "-v", "backup", backup)).contains("REFUSED: ", "\tat ru.mos.clusters.operations");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_backup_that_is_not_there_and_a_folder_without_a_database_are_refused_plainly() {
        var nowhere = folder.resolve("nowhere").toString();

        assertThat(said(Map.of(), "verify", nowhere))
                .startsWith("REFUSED: " + nowhere)
                .doesNotContain("\tat ");
        assertThat(said(Map.of("CLUSTERS_DATA_DIR", nowhere), "digest"))
                .startsWith("REFUSED: there is no database in " + nowhere)
                .doesNotContain("\tat ");
    }

    private String said(Map<String, String> environment, String... command) {
        var err = new ByteArrayOutputStream();
        assertThat(Main.end(
                        environment,
                        folder,
                        List.of(command),
                        new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                        new PrintStream(err, true, UTF_8)))
                .isEqualTo(1);
        return err.toString(UTF_8);
    }
}
