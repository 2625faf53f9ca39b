package ru.mos.clusters.cluster;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.SubjectName;

/**
 * A participant of a cluster in a period during which its roles stayed the same.
 *
 * @param name the entered one, else the registry's, of a private person cut to surname and initials; null where
 *     nobody knows
 * @param memberOfOrganisation false for a partner outside of the cluster organisation
 * @param to first day on which this holds no more; null while it does
 */
public record MemberView(
        Inn inn,
        @Nullable String name,
        Set<ParticipantRole> roles,
        boolean memberOfOrganisation,
        LocalDate from,
        @Nullable LocalDate to) {

    /** As anybody may see it. */
    public MemberView {
        name = SubjectName.shown(name, inn);
    }
}
