package ru.mos.clusters.cluster.agglomeration;

import java.time.LocalDate;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/** Founds an agglomeration from a day on, by decision. */
public record CreateAgglomeration(String name, LocalDate from, Paper decision) {

    /** @throws Problem {@code field-required}, {@code text-too-long} */
    public CreateAgglomeration {
        name = Text.required(name, "/name");
    }
}
