package ru.mos.clusters.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {

    @TempDir
    Path folder;

    @Test
    void a_file_is_what_its_first_bytes_say() throws Exception {
        assertThat(FileType.of(file("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))))
                .contains(FileType.PDF);
        assertThat(FileType.of(file(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0})))
                .contains(FileType.JPEG);
        assertThat(FileType.of(file(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0})))
                .contains(FileType.PNG);
    }

    @Test
    void an_office_document_is_told_by_its_parts() throws Exception {
        assertThat(FileType.of(zip("[Content_Types].xml", "word/document.xml"))).contains(FileType.DOCX);
        assertThat(FileType.of(zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileType.XLSX);
        assertThat(FileType.of(zip("mimetype", "content.xml"))).contains(FileType.ODT);
    }

    @Test
    void a_document_with_macros_and_a_mere_archive_are_refused() throws Exception {
        assertThat(FileType.of(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEmpty();
        assertThat(FileType.of(zip("readme.txt"))).isEmpty();
        assertThat(FileType.of(file(new byte[] {'P', 'K', 3, 4, 1, 2, 3}))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><script>alert(1)</script></html>", "MZ", "GIF89a", "#!/bin/sh", " %PDF-1.7"})
    void everything_else_is_refused(String content) throws Exception {
        assertThat(FileType.of(file(content.getBytes(StandardCharsets.UTF_8)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "устав.pdf, устав.pdf",
        "устав.exe, устав.exe.pdf",
        "../../etc/passwd, passwd.pdf",
        "C:\\docs\\устав.PDF, устав.PDF",
        "'', document.pdf",
        "'a\"b;c.pdf', abc.pdf"
    })
    void a_name_loses_its_folders_and_gets_the_ending_of_its_content(String given, String kept) {
        assertThat(FileType.PDF.nameOf(given)).isEqualTo(kept);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "file", ""), content);
    }

    private Path zip(String... parts) throws IOException {
        var file = Files.createTempFile(folder, "file", "");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
            }
        }
        return file;
    }
}
