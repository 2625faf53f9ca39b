package ru.mos.clusters.recipient;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * A record that was not put into a file, and why.
 *
 * @param position from 1 on
 * @param name of a private person cut to surname and initials
 * @param form code of our directory, as the kind
 * @param unit code of our directory
 */
public record HeldView(
        int position,
        UUID recordId,
        HoldReason reason,
        Inn inn,
        @Nullable String name,
        String form,
        String kind,
        LocalDate decidedOn,
        BigDecimal size,
        String unit)
        implements Serializable {}
