package ru.mos.clusters.call.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.Closeness;
import ru.mos.clusters.platform.Inn;

/**
 * All that is looked at to tell whether somebody is impartial.
 *
 * @param person the expert's own number; null where it is not known
 * @param enterprises declared as own
 * @param relatives declared
 * @param participants the applicant, all who take part, and who began the project
 * @param memberships who of the own side belongs to a cluster concerned
 * @param competing who of the own side takes part in another application to the call
 * @param closeness what ownership shows between the own side and the participants
 * @param advice what the journal of consultations holds
 * @param checkedFormally whether the expert did
 */
record ConflictFacts(
        @Nullable Inn person,
        @Nullable Inn employer,
        Set<Inn> enterprises,
        Set<Inn> relatives,
        Set<Inn> participants,
        List<Belongs> memberships,
        List<Belongs> competing,
        Closeness.Answer closeness,
        List<Advice> advice,
        boolean checkedFormally) {

    /** An enterprise, and the cluster or the application in which it stands, by its code. */
    record Belongs(Inn inn, String code) {}

    /** An entry of the journal: an enterprise, or a cluster by its code. */
    record Advice(@Nullable Inn inn, @Nullable String cluster, LocalDate on) {}
}
