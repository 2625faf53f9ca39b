package ru.mos.clusters.generator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovementTest {
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 10);
    private static final Movement LIVELY = new Movement(50, 40, 300, 500);

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({"4.01,4.01", "4.04,4.04", "4.06,4.06", "4.01,4.04", "4.05,4.06", "4.06,4.07"})
    void the_list_of_changes_is_what_a_comparison_of_the_two_releases_finds(String before, String after)
            throws Exception {
        SmeRelease release = SmeRelease.first(3, 1000, AUGUST, FormatVersion.of(before));
        for (int month = 1; month <= 2; month++) {
            SmeRelease next = release.next(AUGUST.plusMonths(month), FormatVersion.of(after), LIVELY);
            assertThat(declared(next)).isEqualTo(compared(release, next));
            release = next;
        }
    }

    @Test
    void movements_are_exact_parts_per_thousand() throws Exception {
        var first = SmeRelease.first(5, 3000, AUGUST, FormatVersion.V4_06);

        var changes = declared(first.next(AUGUST.plusMonths(1), FormatVersion.V4_06, new Movement(10, 5, 20, 0)));

        assertThat(changes.get("ENTERED")).hasSize(30);
        assertThat(changes.get("LEFT")).hasSize(15);
        assertThat(changes.get("CHANGED")).hasSize(60);
    }

    @Test
    void nothing_changes_without_movement_though_date_and_numbers_of_documents_do() throws Exception {
        var first = SmeRelease.first(5, 500, AUGUST, FormatVersion.V4_06);
        var second = first.next(AUGUST.plusMonths(1), FormatVersion.V4_06, new Movement(0, 0, 0, 0));

        assertThat(declared(second)).isEmpty();
        assertThat(Reread.facts(second)).isEqualTo(Reread.facts(first));
        assertThat(Reread.documents(second)).doesNotContainAnyElementsOf(Reread.documents(first));
    }

    @Test
    void who_returns_has_a_new_date_of_entry_between_the_two_releases() throws Exception {
        var first = SmeRelease.first(5, 1000, AUGUST, FormatVersion.V4_06);
        var second = first.next(AUGUST.plusMonths(1), FormatVersion.V4_06, new Movement(0, 200, 0, 0));
        var third = second.next(AUGUST.plusMonths(2), FormatVersion.V4_06, new Movement(0, 0, 0, 500));

        var returned = declared(third).get("ENTERED");

        assertThat(returned).isNotEmpty().isSubsetOf(declared(second).get("LEFT"));
        for (String document : Reread.documents(third)) {
            var enteredOn = date(Reread.values("ДатаВклМСП", document).get(0));
            if (returned.contains(Reread.inn(document))) {
                assertThat(enteredOn).isAfter(AUGUST.plusMonths(1)).isBefore(AUGUST.plusMonths(2));
            } else {
                assertThat(enteredOn).isBefore(AUGUST);
            }
        }
    }

    @Test
    void more_than_everyone_can_neither_leave_nor_change() {
        assertThatThrownBy(() -> new Movement(0, 600, 401, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Movement(-1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Movement(1000, 600, 400, 1000).left()).isEqualTo(600);
    }

    static LocalDate date(String written) {
        return LocalDate.parse(written, DateTimeFormatter.ofPattern("dd.MM.yyyy"));
    }

    private static Map<String, Set<String>> declared(SmeRelease release) throws IOException {
        var csv = new StringBuilder();
        release.writeChanges(csv);
        return csv.toString()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .collect(groupingBy(line -> line[0], mapping(line -> line[1], toSet())));
    }

    private static Map<String, Set<String>> compared(Release before, Release after) throws IOException {
        Map<String, String> old = Reread.facts(before);
        Map<String, String> now = Reread.facts(after);
        Map<String, Set<String>> changes = new HashMap<>();
        Set<String> all = new HashSet<>(old.keySet());
        all.addAll(now.keySet());
        for (String inn : all) {
            if (!old.containsKey(inn)) {
                changes.computeIfAbsent("ENTERED", kind -> new HashSet<>()).add(inn);
            } else if (!now.containsKey(inn)) {
                changes.computeIfAbsent("LEFT", kind -> new HashSet<>()).add(inn);
            } else if (!old.get(inn).equals(now.get(inn))) {
                changes.computeIfAbsent("CHANGED", kind -> new HashSet<>()).add(inn);
            }
        }
        return changes;
    }
}
