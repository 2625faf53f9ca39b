package ru.mos.clusters.inkind;

import static ru.mos.clusters.inkind.InKindAction.APPROVE;
import static ru.mos.clusters.inkind.InKindAction.CANCEL;
import static ru.mos.clusters.inkind.InKindAction.CONFIRM;
import static ru.mos.clusters.inkind.InKindAction.DELIVER;
import static ru.mos.clusters.inkind.InKindAction.DISPUTE;
import static ru.mos.clusters.inkind.InKindAction.REFUSE;
import static ru.mos.clusters.inkind.InKindAction.RELEASE;
import static ru.mos.clusters.inkind.InKindAction.SCHEDULE;
import static ru.mos.clusters.inkind.InKindAction.WITHDRAW;
import static ru.mos.clusters.inkind.InKindEffect.BOOKED;
import static ru.mos.clusters.inkind.InKindEffect.FREED;
import static ru.mos.clusters.inkind.InKindEffect.NOTHING;
import static ru.mos.clusters.inkind.InKindEffect.RECORDED;
import static ru.mos.clusters.inkind.InKindEffect.RESERVED;
import static ru.mos.clusters.inkind.InKindGuard.CHECK_AND_CAPACITY;
import static ru.mos.clusters.inkind.InKindGuard.DOUBT_AND_DOCUMENT;
import static ru.mos.clusters.inkind.InKindGuard.REASON_GIVEN;
import static ru.mos.clusters.inkind.InKindGuard.RECIPIENT;
import static ru.mos.clusters.inkind.InKindGuard.RESERVED_DAYS;
import static ru.mos.clusters.inkind.InKindGuard.VALUE_BY_DOCUMENT;
import static ru.mos.clusters.inkind.InKindState.APPROVED;
import static ru.mos.clusters.inkind.InKindState.ASKED;
import static ru.mos.clusters.inkind.InKindState.CANCELLED;
import static ru.mos.clusters.inkind.InKindState.CONFIRMED;
import static ru.mos.clusters.inkind.InKindState.DELIVERED;
import static ru.mos.clusters.inkind.InKindState.DISPUTED;
import static ru.mos.clusters.inkind.InKindState.REFUSED;
import static ru.mos.clusters.inkind.InKindState.SCHEDULED;
import static ru.mos.clusters.inkind.InKindState.WITHDRAWN;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import java.util.List;
import java.util.function.Predicate;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Transitions;
import ru.mos.clusters.platform.Transitions.Step;

/** The way of a request. What is of the form «other» is decided by a chief, everything else by whoever gives it. */
final class InKindLifecycle {

    private static final String OTHER = "OTHER";

    private static final List<String> DECIDERS = List.of(INFRASTRUCTURE, GCKR, CHIEF);
    private static final List<String> GIVERS = List.of(INFRASTRUCTURE, GCKR);
    private static final List<String> RECIPIENTS = List.of(APPLICANT, SERVICE);
    private static final List<String> ASKERS = List.of(APPLICANT, SERVICE, INFRASTRUCTURE, GCKR, DEPARTMENT);
    private static final List<String> BOTH = List.of(INFRASTRUCTURE, GCKR, APPLICANT, SERVICE);

    // @formatter:off
    static final Transitions<InKindState, InKindAction, InKindGuard, InKindEffect> TABLE = new Transitions<>(List.<Step<InKindState, InKindAction, InKindGuard, InKindEffect>>of(
            //         from       action    roles       guard               to         effect
            new Step<>(ASKED,     RELEASE,  DECIDERS,   DOUBT_AND_DOCUMENT, ASKED,     NOTHING),
            new Step<>(ASKED,     APPROVE,  DECIDERS,   CHECK_AND_CAPACITY, APPROVED,  RESERVED),
            new Step<>(ASKED,     REFUSE,   DECIDERS,   REASON_GIVEN,       REFUSED,   NOTHING),
            new Step<>(ASKED,     WITHDRAW, ASKERS,     REASON_GIVEN,       WITHDRAWN, NOTHING),
            new Step<>(APPROVED,  SCHEDULE, GIVERS,     RESERVED_DAYS,      SCHEDULED, BOOKED),
            new Step<>(APPROVED,  DELIVER,  GIVERS,     VALUE_BY_DOCUMENT,  DELIVERED, NOTHING),
            new Step<>(APPROVED,  CANCEL,   BOTH,       REASON_GIVEN,       CANCELLED, FREED),
            new Step<>(SCHEDULED, SCHEDULE, GIVERS,     RESERVED_DAYS,      SCHEDULED, BOOKED),
            new Step<>(SCHEDULED, DELIVER,  GIVERS,     VALUE_BY_DOCUMENT,  DELIVERED, NOTHING),
            new Step<>(SCHEDULED, CANCEL,   BOTH,       REASON_GIVEN,       CANCELLED, FREED),
            new Step<>(DELIVERED, DELIVER,  GIVERS,     VALUE_BY_DOCUMENT,  DELIVERED, NOTHING),
            new Step<>(DELIVERED, CANCEL,   GIVERS,     REASON_GIVEN,       CANCELLED, FREED),
            new Step<>(DELIVERED, CONFIRM,  RECIPIENTS, RECIPIENT,          CONFIRMED, RECORDED),
            new Step<>(DELIVERED, DISPUTE,  RECIPIENTS, RECIPIENT,          DISPUTED,  NOTHING),
            new Step<>(DISPUTED,  DELIVER,  GIVERS,     VALUE_BY_DOCUMENT,  DELIVERED, NOTHING),
            new Step<>(DISPUTED,  CANCEL,   GIVERS,     REASON_GIVEN,       CANCELLED, FREED)));
    // @formatter:on

    private InKindLifecycle() {}

    /**
     * Somebody as a request concerns him or her.
     *
     * @param serves works at the organisation that gives it
     * @param represents acts for the recipient
     * @param handled approved it or said that it was given
     */
    record Party(Predicate<String> hasRole, boolean serves, boolean represents, boolean handled) {

        private boolean gives() {
            return hasRole.test(GCKR) || (serves && hasRole.test(INFRASTRUCTURE));
        }

        private boolean may(InKindAction action, InKindState state, String form) {
            return switch (action) {
                case RELEASE, APPROVE, REFUSE -> form.equals(OTHER) ? hasRole.test(CHIEF) : gives();
                case SCHEDULE, DELIVER -> gives();
                case CANCEL -> gives() || (represents && (state == APPROVED || state == SCHEDULED));
                case WITHDRAW -> gives() || represents || hasRole.test(DEPARTMENT);
                case CONFIRM, DISPUTE -> represents;
            };
        }
    }

    /** What somebody may do to a request of the form now. */
    static List<InKindAction> open(InKindState state, String form, Party who) {
        return TABLE.open(state, who.hasRole()).stream()
                .filter(action -> who.may(action, state, form))
                .filter(action -> action != CONFIRM || !who.handled())
                .filter(action -> action != DELIVER || state != APPROVED || !form.equals("PROPERTY"))
                .toList();
    }

    /**
     * @throws Problem {@code transition-not-allowed}, {@code forbidden-role} also where it is another organisation's, {@code
     *     in-kind-same-person}
     */
    static void require(InKindState state, InKindAction action, String form, Party who) {
        TABLE.require(state, action, who.hasRole());
        if (!who.may(action, state, form)) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
        if (action == CONFIRM && who.handled()) {
            throw new Problem(InKindProblem.IN_KIND_SAME_PERSON);
        }
    }

    /** Who decides on a request of the form where nobody works at the organisation. */
    static String decider(String form) {
        return form.equals(OTHER) ? CHIEF : GCKR;
    }
}
