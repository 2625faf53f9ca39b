package ru.mos.clusters.project;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * Who stands by now in the place of those whom a frozen edition names.
 *
 * @param lead who leads the project and answers for it
 * @param participants successors of participants, by whom they succeeded
 * @param agreement that gives the money already: the support it gives is no repetition of itself; null: there is none
 */
public record Holders(
        Inn lead, Map<Inn, Inn> participants, @Nullable UUID agreement) implements Serializable {

    /** Whoever takes part in the place of a participant; the participant itself where nobody does. */
    String of(String participant) {
        var inn = Projects.inn(participant);
        var holder = inn == null ? null : participants.get(inn);
        return holder == null ? participant : holder.digits();
    }
}
