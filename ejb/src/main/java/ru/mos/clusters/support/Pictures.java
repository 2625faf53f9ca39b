package ru.mos.clusters.support;

import java.time.LocalDate;
import java.util.List;
import ru.mos.clusters.support.rule.RegisterStanding;

/**
 * The publications of the tax service that say what is known of one recipient on a day, the latest first: the latest complete
 * one, and whatever came after it and speaks of the recipient.
 */
record Pictures(List<Picture> speaking) {

    /**
     * One publication.
     *
     * @param shows whether it shows support of the recipient
     * @param unread whether it holds a document of the recipient that could not be read
     */
    record Picture(long id, LocalDate stateOn, boolean shows, boolean unread) {}

    /** @param days for which a publication decides, counting its own */
    RegisterStanding standing(LocalDate on, int days) {
        if (speaking.isEmpty()) {
            return RegisterStanding.ABSENT;
        }
        var latest = speaking.get(0);
        var until = latest.stateOn().plusDays(days);
        var state =
                speaking.stream().anyMatch(one -> one.unread() && one.stateOn().equals(latest.stateOn()))
                        ? RegisterStanding.State.UNREAD
                        : on.isBefore(until) ? RegisterStanding.State.FRESH : RegisterStanding.State.STALE;
        return new RegisterStanding(state, latest.id(), latest.stateOn(), until);
    }

    /** Those whose records count: of the latest day on which any shows the recipient. */
    List<Long> counting() {
        return speaking.stream()
                .filter(Picture::shows)
                .map(Picture::stateOn)
                .findFirst()
                .map(day -> speaking.stream()
                        .filter(one -> one.shows() && one.stateOn().equals(day))
                        .map(Picture::id)
                        .toList())
                .orElse(List.of());
    }
}
