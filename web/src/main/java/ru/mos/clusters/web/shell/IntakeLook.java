package ru.mos.clusters.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import ru.mos.clusters.registry.release.ReleaseState;

/** How uploads look wherever they are listed. */
@Named
@RequestScoped
public class IntakeLook {

    /** With which colour and sign a state is shown. */
    public static String look(ReleaseState state) {
        return switch (state) {
            case COMPLETED -> "met";
            case REFUSED, FAILED -> "notmet";
            case STOPPED, WITHDRAWN -> "unknown";
            case QUEUED, RUNNING -> "manual";
        };
    }

    /** The same for pages. */
    public String of(ReleaseState state) {
        return look(state);
    }

    /** Rows of what is no longer in force are paler. */
    public String shade(ReleaseState state) {
        return state == ReleaseState.WITHDRAWN ? "closed" : "";
    }
}
