package ru.mos.clusters.infrastructure;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Says anew what an organisation is called and where it is, from a day on.
 *
 * @param expected version that the caller saw; null where no one asks
 */
public record DescribeOrganisation(
        UUID organisation,
        String kind,
        String name,
        @Nullable String address,
        @Nullable String area,
        @Nullable UUID parent,
        LocalDate from,
        @Nullable Long expected) {

    /** @throws Problem {@code field-required}, {@code text-too-long} */
    public DescribeOrganisation {
        kind = Text.required(kind, "/kind");
        name = Text.required(name, "/name");
        address = Text.optional(address, "/address");
        area = Text.optional(area, "/area");
    }
}
