package ru.mos.clusters.cluster.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.Activity;
import ru.mos.clusters.registry.SubjectName;

/**
 * What the main activity of an enterprise suggests.
 *
 * @param mainActivity null where no source shows one
 * @param suggests every sector that it suggests, core before related
 * @param fit how it fits the sector asked about
 */
public record MemberHint(
        Inn inn, @Nullable String name, @Nullable Activity mainActivity, List<SectorHint> suggests, Fit fit) {

    /** As anybody may see it. */
    public MemberHint {
        name = SubjectName.shown(name, inn);
        suggests = List.copyOf(suggests);
    }

    /** How an activity fits a sector. */
    public enum Fit {
        CORE,
        RELATED,
        /** A warning: it is neither. */
        OUTSIDE,
        /** No source shows the activity. */
        ACTIVITY_UNKNOWN,
        /** The enterprise is in no cluster that declares a sector. */
        NOT_ASKED
    }
}
