package ru.mos.clusters.project;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.platform.Inn;

/**
 * Who takes part in a frozen edition.
 *
 * @param name as on record; null where no source names it
 * @param cluster of which it takes part; null: from outside
 * @param receives of the city's money, in roubles
 */
public record ProjectParticipant(
        Inn inn, @Nullable String name, @Nullable UUID cluster, List<ParticipantRole> roles, BigDecimal receives)
        implements Serializable {}
