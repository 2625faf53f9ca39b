package ru.mos.clusters.web.eligibility;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.VerdictQuery;

/** Day, state of knowledge and rules that a verdict is asked for, for use as a {@code @BeanParam}. */
public class VerdictParameters {

    @QueryParam("asOf")
    private @Nullable LocalDate asOf;

    @QueryParam("knownOn")
    private @Nullable Instant knownOn;

    @QueryParam("ruleSet")
    private @Nullable String ruleSet;

    VerdictQuery query(UUID cluster) {
        return new VerdictQuery(cluster, asOf, knownOn, ruleSet);
    }
}
