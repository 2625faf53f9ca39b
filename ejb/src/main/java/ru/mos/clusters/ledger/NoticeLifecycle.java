package ru.mos.clusters.ledger;

import static ru.mos.clusters.ledger.NoticeAction.DISCARD;
import static ru.mos.clusters.ledger.NoticeAction.POST;
import static ru.mos.clusters.ledger.NoticeAction.REVERSE;
import static ru.mos.clusters.ledger.NoticeEffect.ENTRIES_POSTED;
import static ru.mos.clusters.ledger.NoticeEffect.ENTRIES_REVERSED;
import static ru.mos.clusters.ledger.NoticeEffect.NOTHING;
import static ru.mos.clusters.ledger.NoticeGuard.REASON_GIVEN;
import static ru.mos.clusters.ledger.NoticeGuard.SECOND_PERSON;
import static ru.mos.clusters.ledger.NoticeState.DISCARDED;
import static ru.mos.clusters.ledger.NoticeState.DRAFT;
import static ru.mos.clusters.ledger.NoticeState.POSTED;
import static ru.mos.clusters.ledger.NoticeState.REVERSED;
import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.CHIEF;

import java.util.List;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/** The life of a notice: who enters it does not post it; once posted it is only reversed. */
final class NoticeLifecycle {

    private static final List<String> KEEPERS = List.of(ACCOUNTANT, CHIEF);

    // @formatter:off
    static final Transitions<NoticeState, NoticeAction, NoticeGuard, NoticeEffect> TABLE = new Transitions<>(List.<Step<NoticeState, NoticeAction, NoticeGuard, NoticeEffect>>of(
            //         from    action   roles           guard          to         effect
            new Step<>(DRAFT,  POST,    KEEPERS,        SECOND_PERSON, POSTED,    ENTRIES_POSTED),
            new Step<>(DRAFT,  DISCARD, KEEPERS,        REASON_GIVEN,  DISCARDED, NOTHING),
            new Step<>(POSTED, REVERSE, List.of(CHIEF), REASON_GIVEN,  REVERSED,  ENTRIES_REVERSED)));
    // @formatter:on

    private NoticeLifecycle() {}
}
