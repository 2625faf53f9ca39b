package ru.mos.clusters.web.joining;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.joining.ApplicationState;
import ru.mos.clusters.cluster.joining.ApplicationView;
import ru.mos.clusters.cluster.joining.GroundView;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.Texts;

/** How pages speak of applications. */
@Named
@RequestScoped
public class JoiningWords {

    @Inject
    private Texts texts;

    /** With which colour and sign a state is shown. */
    public String look(ApplicationState state) {
        return switch (state) {
            case SUBMITTED -> "manual";
            case ADMITTED -> "met";
            case REFUSED -> "notmet";
            case WITHDRAWN -> "unknown";
        };
    }

    /** The ground of a refusal, or that there is none; null for all else. */
    public @Nullable String ground(ApplicationView application) {
        var ground = application.ground();
        if (ground != null) {
            return english() ? ground.nameEn() : ground.nameRu();
        }
        return application.withoutListedGround() ? texts.get("joining.withoutGround") : null;
    }

    /** A listed ground, with the clause of the cluster's own document. */
    public String ground(GroundView ground) {
        var name = english() ? ground.nameEn() : ground.nameRu();
        var paper = ground.document();
        return paper == null || ground.clause() == null
                ? name
                : texts.with("joining.groundOfDocument", name, paper.title(), ground.clause());
    }

    private static boolean english() {
        return Language.current().getLanguage().equals("en");
    }
}
