package ru.mos.clusters.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Kinds of files people may attach, told from their content: neither the name nor the label is believed. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MIMETYPE = 100;
    private static final byte[] PDF_HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG_HEAD = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};

    private final String mediaType;
    private final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** As browsers name it. */
    public String mediaType() {
        return mediaType;
    }

    /** What the file is; empty for anything else. A document with macros is something else. */
    public static Optional<FileType> of(Path file) {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(8);
            if (begins(head, PDF_HEAD)) {
                return Optional.of(PDF);
            } else if (begins(head, JPEG_HEAD)) {
                return Optional.of(JPEG);
            } else if (begins(head, PNG_HEAD)) {
                return Optional.of(PNG);
            }
            return begins(head, ZIP_HEAD) ? ofZip(file) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The name without folders and control characters, with the ending that belongs to the content. */
    public String nameOf(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*;]", "")
                .strip();
        var plain = last.isEmpty() ? "document" : last;
        var shortened = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        var lower = shortened.toLowerCase(Locale.ROOT);
        boolean fits = lower.endsWith("." + extension) || (this == JPEG && lower.endsWith(".jpeg"));
        return fits ? shortened : shortened + "." + extension;
    }

    private static boolean begins(byte[] head, byte[] with) {
        return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
    }

    /** By the parts that make it what it is; nothing is unpacked but the one line in which ODT names itself. */
    private static Optional<FileType> ofZip(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.stream().anyMatch(part -> part.getName().endsWith("vbaProject.bin"))) {
                return Optional.empty();
            }
            var mimetype = zip.getEntry("mimetype");
            if (mimetype != null) {
                try (var in = zip.getInputStream(mimetype)) {
                    var said = new String(in.readNBytes(LONGEST_MIMETYPE), StandardCharsets.US_ASCII);
                    return said.equals(ODT.mediaType) ? Optional.of(ODT) : Optional.empty();
                }
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                return Optional.empty();
            }
            boolean text = zip.getEntry("word/document.xml") != null;
            boolean table = zip.getEntry("xl/workbook.xml") != null;
            return text ? Optional.of(DOCX) : table ? Optional.of(XLSX) : Optional.empty();
        } catch (ZipException broken) {
            return Optional.empty();
        }
    }
}
