package ru.mos.clusters.web.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import ru.mos.clusters.call.application.ApplicationState;

/** Applications as people read them. */
@Named
@RequestScoped
public class ApplicationWords {

    /** With which colour and sign a state is shown. */
    public String look(ApplicationState state) {
        return switch (state) {
            case ADMITTED, ASSESSED, AWARDED -> "met";
            case AWAITING_CERTIFICATION, CORRECTION_SIGNED, SUBMITTED, RESERVED -> "manual";
            case DRAFT, RETURNED -> "unknown";
            case INADMISSIBLE, REFUSED -> "notmet";
            case WITHDRAWN, CANCELLED -> "off";
        };
    }
}
