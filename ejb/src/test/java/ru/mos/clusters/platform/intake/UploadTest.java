package ru.mos.clusters.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.platform.intake.Archives.utf8;
import static ru.mos.clusters.platform.intake.Archives.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.platform.PlatformProblem;

class UploadTest {

    private static final String CONTENT = "<Файл>" + "<Документ ИдДок=\"1\" Наим=\"ОБЩЕСТВО\"/>".repeat(20) + "</Файл>";

    @TempDir
    Path folder;

    private static Upload open(Path upload) throws IOException {
        return Upload.open(upload, "release.zip", Set.of(Upload.Form.XML), PlatformProblem.DOCUMENT_EMPTY);
    }

    private static Upload.Form formOf(Path upload) throws IOException {
        try (var opened =
                Upload.open(upload, "x", Set.of(Upload.Form.XML, Upload.Form.JSON), PlatformProblem.DOCUMENT_EMPTY)) {
            return opened.parts().get(0).form();
        }
    }

    private String refusalOf(Path upload) throws IOException {
        try (var opened = open(upload)) {
            for (var part : opened.parts()) {
                try (var in = opened.stream(part.name())) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            return "none";
        } catch (Refusal refused) {
            return refused.code().slug();
        } catch (IOException failure) {
            return failure.getCause() instanceof Refusal refused
                    ? refused.code().slug()
                    : failure.toString();
        }
    }

    private Path bytes(byte[] content) throws IOException {
        return Files.write(folder.resolve("release.bin"), content);
    }

    @Test
    void the_order_inside_an_archive_never_matters() throws IOException {
        try (var upload = open(zip(folder, "b.xml", "<b/>", "dir/", "", "a.xml", "<a/>"))) {
            assertThat(upload.parts()).extracting(Upload.Part::name).containsExactly("a.xml", "b.xml");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.xml", "/a.xml", "a/../../b.xml", "..\\a.xml", "C:a.xml", "a\u0007.xml", "./a.xml"})
    void a_name_that_leads_outside_is_refused(String name) throws IOException {
        assertThat(refusalOf(zip(folder, name, "<a/>"))).isEqualTo("archive-path");
    }

    @Test
    void an_archive_inside_the_archive_is_refused() throws IOException {
        assertThat(refusalOf(zip(folder, "a.xml", "<a/>", "b.zip", "PK"))).isEqualTo("archive-nested");
    }

    @Test
    void a_foreign_file_is_refused() throws IOException {
        assertThat(refusalOf(zip(folder, "a.xml", "<a/>", "readme.txt", "hello")))
                .isEqualTo("archive-foreign-file");
    }

    @Test
    void a_bomb_is_refused_before_unpacking() throws IOException {
        assertThat(refusalOf(zip(folder, "a.xml", new byte[64 << 20]))).isEqualTo("archive-bomb");
    }

    /** Sixty entries which all claim 4 GB, packed and unpacked: none is a bomb by its ratio, together they fill a disk. */
    @Test
    void an_archive_that_would_fill_the_disk_is_refused_before_unpacking() throws IOException {
        var entries = new Object[120];
        for (int i = 0; i < 120; i += 2) {
            entries[i] = i + ".xml";
            entries[i + 1] = "<a/>";
        }
        byte[] bytes = Files.readAllBytes(zip(folder, entries));
        for (int at = 0; at + 30 < bytes.length; at++) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 1 && bytes[at + 3] == 2) {
                Arrays.fill(bytes, at + 20, at + 28, (byte) 0xfe);
            }
        }

        assertThat(refusalOf(bytes(bytes))).isEqualTo("archive-too-large");
    }

    @Test
    void an_empty_file_in_the_archive_is_called_so() throws IOException {
        assertThat(refusalOf(zip(folder, "a.xml", "<a/>", "b.xml", ""))).isEqualTo("xml-empty");
    }

    @Test
    void a_small_monotonous_file_is_no_bomb() throws IOException {
        assertThat(refusalOf(zip(folder, "a.xml", " ".repeat(500_000)))).isEqualTo("none");
    }

    @Test
    void an_archive_cut_off_anywhere_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(zip(folder, "a.xml", CONTENT, "b.xml", CONTENT));
        for (int length = 1; length < whole.length; length += 7) {
            assertThat(refusalOf(bytes(Arrays.copyOf(whole, length))))
                    .as("cut to " + length)
                    .isNotEqualTo("none");
        }
    }

    @Test
    void a_byte_changed_anywhere_is_refused_or_changes_nothing() throws IOException {
        byte[] whole = Files.readAllBytes(zip(folder, "a.xml", CONTENT));
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            var upload = bytes(changed);
            try (var opened = open(upload);
                    var in = opened.stream(opened.parts().get(0).name())) {
                assertThat(in.readAllBytes()).as("byte " + at).isEqualTo(utf8(CONTENT));
            } catch (Refusal refused) {
                // as it should be
            } catch (IOException refused) {
                assertThat(refused.getCause()).as("byte " + at + ": " + refused).isInstanceOf(Refusal.class);
            }
        }
    }

    @Test
    void neither_archive_nor_xml_is_refused_with_the_importers_own_words() throws IOException {
        assertThat(refusalOf(bytes(utf8("hello <world>")))).isEqualTo("document-empty");
        assertThat(refusalOf(bytes(utf8("[]")))).isEqualTo("document-empty");
    }

    @Test
    void the_first_bytes_of_a_single_file_say_how_it_is_written() throws IOException {
        assertThat(formOf(bytes(utf8("\ufeff <Файл/>")))).isEqualTo(Upload.Form.XML);
        assertThat(formOf(bytes(utf8("\n[{}]")))).isEqualTo(Upload.Form.JSON);
    }

    @Test
    void in_an_archive_the_end_of_the_name_does() throws IOException {
        assertThat(formOf(zip(folder, "a.JSON", "[]"))).isEqualTo(Upload.Form.JSON);
        assertThat(formOf(zip(folder, "a.xml", "<a/>"))).isEqualTo(Upload.Form.XML);
        assertThat(refusalOf(zip(folder, "a.json", "[]"))).isEqualTo("archive-foreign-file");
    }

    @Test
    void an_empty_archive_is_refused() throws IOException {
        assertThat(refusalOf(zip(folder))).isEqualTo("archive-empty");
    }
}
