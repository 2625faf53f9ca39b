package ru.mos.clusters.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Buttons of pages and the methods behind them. */
class ActionsTest {

    private static final Pattern ACTION = Pattern.compile("action=\"#\\{(\\w+)\\.(\\w+)}\"");

    @Test
    void no_button_meets_a_property_of_the_same_name_in_place_of_its_method() throws Exception {
        var actions = new TreeSet<String>();
        for (var page : pages()) {
            var found = ACTION.matcher(Files.readString(page));
            while (found.find()) {
                actions.add(found.group(1) + " " + found.group(2));
            }
        }
        assertThat(actions).hasSizeGreaterThan(100);

        assertThat(actions).noneMatch(ActionsTest::isAlsoAProperty);
    }

    @Test
    void every_list_that_offers_a_spreadsheet_writes_one() throws Exception {
        var silent = new TreeSet<String>();
        for (var page : pages()) {
            var text = Files.readString(page);
            if (text.contains("export=\"true\"") && !text.contains("<f:viewAction action=\"#{")) {
                silent.add(page.toString());
            }
        }

        assertThat(silent).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/webapp"))) {
            return all.filter(path -> path.toString().endsWith(".xhtml")).toList();
        }
    }

    private static boolean isAlsoAProperty(String action) {
        var parts = action.split(" ", 2);
        var bean = parts[0].substring(0, 1).toUpperCase(java.util.Locale.ROOT) + parts[0].substring(1);
        var property = parts[1].substring(0, 1).toUpperCase(java.util.Locale.ROOT) + parts[1].substring(1);
        var readers = Set.of("get" + property, "is" + property);
        try (Stream<Path> all = Files.walk(Path.of("target/classes/ru/mos/clusters/web"))) {
            return all.filter(path -> path.getFileName().toString().equals(bean + ".class"))
                    .map(path -> Path.of("target/classes").relativize(path).toString())
                    .map(name -> name.replace('/', '.').replaceAll("\\.class$", ""))
                    .flatMap(name -> Arrays.stream(methods(name)))
                    .anyMatch(method -> readers.contains(method));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String[] methods(String name) {
        try {
            return Arrays.stream(Class.forName(name, false, ActionsTest.class.getClassLoader())
                            .getMethods())
                    .map(method -> method.getName())
                    .toArray(String[]::new);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(name, missing);
        }
    }
}
