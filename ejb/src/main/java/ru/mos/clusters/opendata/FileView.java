package ru.mos.clusters.opendata;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A file of a publication.
 *
 * @param name as it is called below {@code /open-data/}
 * @param sha256 of its bytes, in hexadecimal digits
 * @param size in bytes
 * @param records grants, statements or rows; null where it describes others
 */
public record FileView(
        String name,
        String mediaType,
        String sha256,
        long size,
        @Nullable Long records) implements Serializable {}
