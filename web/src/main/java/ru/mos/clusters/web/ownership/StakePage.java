package ru.mos.clusters.web.ownership;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.OwnershipProblem;
import ru.mos.clusters.ownership.StakeView;
import ru.mos.clusters.ownership.Stakes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** One statement entered by hand, and its end. */
@Named
@RequestScoped
public class StakePage {

    @Inject
    private Stakes stakes;

    @Inject
    private ListQuery query;

    private StakeView stake;
    private @Nullable LocalDate endsFrom;

    @PostConstruct
    void open() {
        stake = stakes.one(Optional.of(query.value("id"))
                .filter(id -> id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString)
                .orElseThrow(() -> new Problem(OwnershipProblem.STAKE_UNKNOWN, query.value("id"))));
    }

    public StakeView getStake() {
        return stake;
    }

    /** First day on which it no longer holds. */
    public @Nullable LocalDate getEndsFrom() {
        return endsFrom;
    }

    public void setEndsFrom(@Nullable LocalDate endsFrom) {
        this.endsFrom = endsFrom;
    }

    public String end() {
        var from = endsFrom;
        if (from != null) {
            stakes.end(stake.id(), from);
            Messages.info("own.stake.ended");
        }
        return Redirect.to("/ownership/card.xhtml", "id", stake.subject());
    }
}
