package ru.mos.clusters.web.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.SupportForm;
import ru.mos.clusters.call.application.ApplicantDeclaration;
import ru.mos.clusters.call.application.ApplicationState;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Texts;

/** Applications as people read them. */
@Named
@RequestScoped
public class ApplicationWords {

    private static final String FORMS = "/project/forms";
    private static final String DECLARATIONS = "/declarations";
    private static final String PROJECT = "/content/";
    private static final Map<String, String> PLACES = Map.of(
            "/applicant/person",
            "application.person",
            "/applicant/phone",
            "application.phone",
            "/applicant/email",
            "application.email",
            "/applicant/address",
            "application.address",
            "/project/purpose",
            "application.purpose",
            FORMS,
            "application.forms",
            "/documents",
            "application.files",
            DECLARATIONS,
            "application.declarations");

    @Inject
    private Texts texts;

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

    /** The name of the place of the answers, or of the part of the project, to which a pointer leads. */
    public String place(String pointer) {
        if (pointer.startsWith(PROJECT)) {
            var part = pointer.substring(PROJECT.length()).split("/", -1)[0];
            return texts.get(
                    part.equals("title") || part.equals("summary") ? "project.part.head" : "project.part." + part);
        }
        return PLACES.entrySet().stream()
                .filter(place -> pointer.startsWith(place.getKey()))
                .map(place -> texts.get(place.getValue()))
                .findFirst()
                .orElse(pointer);
    }

    /** What stood at a pointer: a choice by its name, all else as it was written. */
    public @Nullable String said(String pointer, @Nullable String value) {
        if (value == null) {
            return null;
        } else if (pointer.startsWith(FORMS)) {
            return Functions.show(SupportForm.valueOf(value));
        } else if (pointer.startsWith(DECLARATIONS)) {
            return Functions.show(ApplicantDeclaration.valueOf(value));
        }
        return value;
    }
}
