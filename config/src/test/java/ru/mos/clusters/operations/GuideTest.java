package ru.mos.clusters.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The administrator's guide against what programs and scripts really read. */
class GuideTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern NAME = Pattern.compile("CLUSTERS_[A-Z_]*[A-Z]");
    private static final Pattern DEFAULT = Pattern.compile("env\\.(CLUSTERS_[A-Z_]+):([^}]*)}");

    @Test
    void every_setting_stands_in_the_guide_and_no_other() throws Exception {
        Set<String> read = new TreeSet<>();
        for (var folder : List.of(
                "ejb/src/main/java",
                "web/src/main/java",
                "config/src/main/java",
                "config/src/main/scripts",
                "ear/src/test/java",
                ".ci")) {
            for (var file : files(PROJECT.resolve(folder))) {
                read.addAll(names(Files.readString(file, UTF_8)));
            }
        }

        assertThat(names(settings())).isEqualTo(read);
    }

    @Test
    void the_defaults_of_the_servers_scripts_are_those_of_the_guide() throws Exception {
        var rows = settings().lines().filter(line -> line.startsWith("| `")).toList();

        for (var given : defaults()) {
            assertThat(rows)
                    .as(given.group())
                    .anySatisfy(row -> assertThat(row.split("\\|"))
                            .satisfies(cells -> assertThat(cells[1]).contains("`" + given.group(1) + "`"))
                            .satisfies(cells -> assertThat(cells[2]).contains(given.group(2))));
        }
    }

    private static List<MatchResult> defaults() throws IOException {
        var found = new ArrayList<MatchResult>();
        for (var script : files(PROJECT.resolve("config/src/main/scripts"))) {
            DEFAULT.matcher(Files.readString(script, UTF_8)).results().forEach(found::add);
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static String settings() throws IOException {
        var guide = Files.readString(PROJECT.resolve("config/docs/operations.md"), UTF_8);
        return guide.substring(guide.indexOf("\n## Settings\n"), guide.indexOf("\n## First administrator\n"));
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(toSet());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
