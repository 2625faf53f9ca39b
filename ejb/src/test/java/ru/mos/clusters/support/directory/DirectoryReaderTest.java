package ru.mos.clusters.support.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mos.clusters.platform.workbook.Rejections;

class DirectoryReaderTest {

    private static final String HEADINGS =
            "Код формы;Наименование формы;Код вида;Наименование вида;Действует с;Действует по\n";

    @TempDir
    Path folder;

    private final Rejections rejections = new Rejections();

    @Test
    void rows_become_kinds_whose_last_day_is_told() throws Exception {
        var kinds =
                read(HEADINGS + "0300;Имущественная поддержка;0301;\"Аренда; субаренда\";01.01.2021;31.12.2025\r\n");

        assertThat(rejections.isEmpty()).isTrue();
        assertThat(kinds)
                .containsExactly(new RegisterKind(
                        "0300",
                        "Имущественная поддержка",
                        "0301",
                        "Аренда; субаренда",
                        LocalDate.of(2021, 1, 1),
                        LocalDate.of(2026, 1, 1)));
    }

    @Test
    void a_file_in_the_encoding_of_spreadsheets_is_read_too() throws Exception {
        var file = folder.resolve("old.csv");
        Files.writeString(
                file, HEADINGS + "0300;Имущественная;0301;Аренда;01.01.2021;\n", Charset.forName("windows-1251"));

        assertThat(new DirectoryReader(rejections).read(DirectoryFile.read(file, "old.csv")))
                .singleElement()
                .extracting(RegisterKind::name)
                .isEqualTo("Аренда");
    }

    @Test
    void each_fault_is_told_with_its_row_and_column() throws Exception {
        read(HEADINGS
                + "300;Имущественная;0301;Аренда;01.01.2021;\n"
                + "0300;Имущественная;0301;Аренда;01.01.2021;\n"
                + "0300;Имущество;0301;Аренда;01.01.2021;31.12.2020\n"
                + "0300;Имущественная;0302;;вчера;\n");

        assertThat(rejections.shown())
                .extracting(place -> place.row() + " " + place.column() + " "
                        + place.problem().code().slug())
                .containsExactlyInAnyOrder(
                        "2 Код формы directory-code-malformed",
                        "4 Код вида directory-code-twice",
                        "4 Наименование формы directory-form-named-twice",
                        "4 Действует по register-kind-period-empty",
                        "5 Наименование вида cell-missing",
                        "5 Действует с cell-date-malformed");
    }

    private List<RegisterKind> read(String text) throws IOException {
        var file = folder.resolve("directory.csv");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return new DirectoryReader(rejections).read(DirectoryFile.read(file, "directory.csv"));
    }
}
