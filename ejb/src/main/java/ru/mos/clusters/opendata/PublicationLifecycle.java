package ru.mos.clusters.opendata;

import static ru.mos.clusters.opendata.PublicationAction.DISCARD;
import static ru.mos.clusters.opendata.PublicationAction.PUBLISH;
import static ru.mos.clusters.opendata.PublicationAction.WITHDRAW;
import static ru.mos.clusters.opendata.PublicationEffect.FILES_OPEN;
import static ru.mos.clusters.opendata.PublicationEffect.FILES_SHUT;
import static ru.mos.clusters.opendata.PublicationEffect.NOTHING;
import static ru.mos.clusters.opendata.PublicationGuard.REASON_GIVEN;
import static ru.mos.clusters.opendata.PublicationGuard.SECOND_PERSON;
import static ru.mos.clusters.opendata.PublicationState.DISCARDED;
import static ru.mos.clusters.opendata.PublicationState.FAULTY;
import static ru.mos.clusters.opendata.PublicationState.PREPARED;
import static ru.mos.clusters.opendata.PublicationState.PUBLISHED;
import static ru.mos.clusters.opendata.PublicationState.WITHDRAWN;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/** The life of a publication: one person prepares, another publishes; what is wrong is prepared anew. */
final class PublicationLifecycle {

    // @formatter:off
    static final Transitions<PublicationState, PublicationAction, PublicationGuard, PublicationEffect> TABLE = new Transitions<>(List.<Step<PublicationState, PublicationAction, PublicationGuard, PublicationEffect>>of(
            //         from       action    roles                      guard          to         effect
            new Step<>(PREPARED,  PUBLISH,  List.of(CHIEF),             SECOND_PERSON, PUBLISHED, FILES_OPEN),
            new Step<>(PREPARED,  DISCARD,  List.of(DEPARTMENT, CHIEF), REASON_GIVEN,  DISCARDED, NOTHING),
            new Step<>(FAULTY,    DISCARD,  List.of(DEPARTMENT, CHIEF), REASON_GIVEN,  DISCARDED, NOTHING),
            new Step<>(PUBLISHED, WITHDRAW, List.of(CHIEF),             REASON_GIVEN,  WITHDRAWN, FILES_SHUT)));
    // @formatter:on

    private PublicationLifecycle() {}
}
