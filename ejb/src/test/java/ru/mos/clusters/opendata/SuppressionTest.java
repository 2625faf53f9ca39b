package ru.mos.clusters.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    @Test
    void four_are_not_told_five_are() {
        var table = new Suppression(new long[][] {{5, 6}, {7, 8}}, 5);
        var small = new Suppression(new long[][] {{4, 6}, {7, 8}}, 5);

        for (int row = 0; row <= 2; row++) {
            for (int column = 0; column <= 2; column++) {
                assertThat(table.isTold(row, column)).isTrue();
            }
        }
        assertThat(small.isTold(0, 0)).isFalse();
        assertThat(small.isTold(2, 2)).as("the sum of all").isTrue();
        assertThat(small.number(2, 2)).isEqualTo(25);
    }

    @Test
    void a_small_number_cannot_be_worked_out_from_the_sums() {
        var table = new Suppression(new long[][] {{4, 60, 20}, {7, 8, 90}, {50, 12, 30}}, 5);

        assertThat(table.isTold(0, 0)).isFalse();
        assertThat(table.isTold(0, 2))
                .as("the cheapest circle: 20 + 7 + 90 or 60 + 7 + 8")
                .isTrue();
        assertThat(table.isTold(0, 1)).isFalse();
        assertThat(table.isTold(1, 0)).isFalse();
        assertThat(table.isTold(1, 1)).isFalse();
    }

    @Test
    void nobody_is_told_to_be_nobody() {
        var table = new Suppression(new long[][] {{0, 9}, {0, 8}}, 5);

        assertThat(table.isTold(0, 0)).isTrue();
        assertThat(table.number(0, 0)).isZero();
    }

    @Test
    void the_only_one_in_a_table_of_one_is_not_told_by_its_sums_either() {
        var table = new Suppression(new long[][] {{3}}, 5);

        for (int row = 0; row <= 1; row++) {
            for (int column = 0; column <= 1; column++) {
                assertThat(table.isTold(row, column)).isFalse();
            }
        }
    }

    /** Whoever adds and takes away all that is told, again and again, comes to no small number. */
    @Test
    void whatever_the_table_no_line_leaves_one_number_untold_nor_few_persons() {
        var random = new Random(2010);
        for (int trial = 0; trial < 500; trial++) {
            int rows = 1 + random.nextInt(5);
            int columns = 1 + random.nextInt(4);
            var inner = new long[rows][columns];
            for (var row : inner) {
                for (int column = 0; column < columns; column++) {
                    row[column] = random.nextInt(3) == 0 ? random.nextInt(6) : random.nextInt(40);
                }
            }
            var table = new Suppression(inner, 5);
            for (int row = 0; row <= rows; row++) {
                assertLine(table, row, columns, false);
            }
            for (int column = 0; column <= columns; column++) {
                assertLine(table, column, rows, true);
            }
        }
    }

    private static void assertLine(Suppression table, int line, int parts, boolean upright) {
        int hidden = 0;
        long together = 0;
        for (int at = 0; at <= parts; at++) {
            int row = upright ? at : line;
            int column = upright ? line : at;
            if (!table.isTold(row, column)) {
                hidden++;
                together += at < parts ? table.number(row, column) : 0;
            } else {
                long number = table.number(row, column);
                assertThat(number == 0 || number >= 5).isTrue();
            }
        }
        boolean summed = upright ? table.isTold(parts, line) : table.isTold(line, parts);
        assertThat(hidden).isNotEqualTo(1);
        if (summed && hidden > 0) {
            assertThat(together == 0 || together >= 5).isTrue();
        }
    }
}
