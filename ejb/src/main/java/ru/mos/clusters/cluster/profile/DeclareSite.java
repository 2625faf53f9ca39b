package ru.mos.clusters.cluster.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Says where an enterprise works, as it declares with a paper.
 *
 * @param municipality of the directory, in capitals; null outside of Moscow
 * @param to first day on which it works there no more; null while it does
 */
public record DeclareSite(
        Inn inn,
        String address,
        @Nullable String municipality,
        Paper document,
        LocalDate from,
        @Nullable LocalDate to) {

    /** @throws Problem {@code field-required}, {@code text-too-long} */
    public DeclareSite {
        address = Text.required(address, "/address");
        municipality = Text.optional(municipality, "/municipality");
    }
}
