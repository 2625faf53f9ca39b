package ru.mos.clusters.cluster;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper of a cluster.
 *
 * @param issuedOn the date it bears
 * @param from first day in force
 * @param to first day no longer in force; null while it is
 * @param file null where only the reference is on record
 */
public record DocumentView(
        UUID id,
        DocumentKind kind,
        String title,
        @Nullable String number,
        LocalDate issuedOn,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable FileView file) {

    /** What the file is; its bytes are asked for apart. */
    public record FileView(String name, String mediaType, long size, String sha256) {}

    /** A row of the list. */
    record Row(
            UUID documentId,
            DocumentKind kind,
            String title,
            @Nullable String number,
            LocalDate issuedOn,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable String fileName,
            @Nullable String mediaType,
            @Nullable Long size,
            @Nullable String sha256) {

        DocumentView view() {
            var file = fileName == null || mediaType == null || size == null || sha256 == null
                    ? null
                    : new FileView(fileName, mediaType, size, sha256);
            return new DocumentView(documentId, kind, title, number, issuedOn, validFrom, validUntil, file);
        }
    }
}
