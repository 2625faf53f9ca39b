package ru.mos.clusters.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void what_was_written_is_read() throws IOException {
        var cells = List.of("\"Точный диагноз\", ассоциация", "", "\"", "a\"\"b", "две\r\nстроки");
        var read = new ArrayList<List<String>>();
        Csv.read(new StringReader(Csv.line(',', cells.toArray()) + Csv.LINE_END), read::add);
        assertThat(read).containsExactly(cells);
    }
}
