package ru.mos.clusters.support.directory;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of support as the tax service's register knows it.
 *
 * @param formCode of four digits
 * @param code of four digits, within the form
 * @param to first day on which it is used no more; null while it is
 */
public record RegisterKind(
        String formCode,
        String formName,
        String code,
        String name,
        LocalDate from,
        @Nullable LocalDate to) implements Serializable {}
