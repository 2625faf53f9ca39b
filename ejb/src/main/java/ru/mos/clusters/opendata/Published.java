package ru.mos.clusters.opendata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What anybody may know of a publication.
 *
 * @param number under which it stays to be had
 * @param asOf day of which its files speak
 * @param files in the order of the page
 */
public record Published(
        long number,
        LocalDate asOf,
        Instant publishedAt,
        String publisher,
        String licenceName,
        String licenceUrl,
        List<FileView> files) {}
