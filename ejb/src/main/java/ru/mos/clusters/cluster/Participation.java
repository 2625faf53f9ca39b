package ru.mos.clusters.cluster;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Who takes part in a cluster, and as what. Any INN with right check digits will do, known to a source or not.
 *
 * @param name as entered; where it is null the registry's is shown
 * @param roles one at least
 * @param memberOfOrganisation false for a partner outside of the cluster organisation, who does not count in its shares
 */
public record Participation(Inn inn, @Nullable String name, Set<ParticipantRole> roles, boolean memberOfOrganisation) {

    /** @throws Problem {@code membership-without-role}, {@code text-too-long} */
    public Participation {
        if (roles.isEmpty()) {
            throw new Problem(ClusterProblem.MEMBERSHIP_WITHOUT_ROLE).at("/roles");
        }
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        name = Text.optional(name, "/name");
    }

    /** With the name where none is entered. */
    Participation named(@Nullable String known) {
        return name == null ? new Participation(inn, known, roles, memberOfOrganisation) : this;
    }
}
