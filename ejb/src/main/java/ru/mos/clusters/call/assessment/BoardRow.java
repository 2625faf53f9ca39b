package ru.mos.clusters.call.assessment;

import java.util.List;
import java.util.UUID;
import ru.mos.clusters.call.application.ApplicationState;

/**
 * An application on the board of a call, with those who were asked to assess it.
 *
 * @param needed how many experts the call asks for
 * @param scored how many have scored it
 * @param discussed whether a discussion is open
 */
public record BoardRow(
        UUID application,
        String number,
        String title,
        ApplicationState state,
        int needed,
        int scored,
        boolean discussed,
        List<Asked> experts) {

    /** Somebody who was asked. */
    public record Asked(UUID assignment, String expert, String name, AssignmentState state) {}

    /** How many more have to be asked. */
    public int lacking() {
        long live = experts.stream()
                .filter(one -> one.state() == AssignmentState.INVITED
                        || one.state() == AssignmentState.ACCEPTED
                        || one.state() == AssignmentState.SCORED)
                .count();
        return (int) Math.max(0, needed - live);
    }
}
