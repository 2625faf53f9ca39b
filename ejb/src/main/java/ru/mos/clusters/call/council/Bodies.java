package ru.mos.clusters.call.council;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.BodyStore.Kept;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;

/**
 * The council and the commission: who sits in them when, by which orders, and by which regulations they vote. An order only
 * adds to those before it: it appoints and releases from its day on.
 */
@Stateless
@DenyAll
public class Bodies {

    private static final String SUBJECT = "COUNCIL_BODY";

    @Inject
    private BodyStore store;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    /** All of them, as they are today. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR})
    public List<BodyView> all() {
        var today = time.today();
        var seats = store.allSeats(today);
        var rules = store.allRegulations(today);
        return store.all().stream()
                .map(body -> view(body, today, rules.get(body.code()), seats.getOrDefault(body.code(), List.of())))
                .toList();
    }

    /**
     * A body on a day.
     *
     * @param on null: today
     * @throws Problem {@code council-body-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR})
    public BodyView view(String code, @Nullable LocalDate on) {
        return view(known(code), on == null ? time.today() : on);
    }

    /** Orders about who sits in it, the latest first. @throws Problem {@code council-body-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR})
    public List<OrderView> orders(String code) {
        return store.orders(known(code).code());
    }

    /** By which it votes, the latest first. @throws Problem {@code council-body-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR})
    public List<Regulations> regulations(String code) {
        return store.regulations(known(code).code());
    }

    /**
     * Enters a body.
     *
     * @throws Problem {@code council-body-exists}, {@code council-body-code-malformed}, {@code field-required}
     */
    @RolesAllowed(DEPARTMENT)
    public BodyView enter(NewBody body) {
        if (!body.code().matches("[A-Z][A-Z0-9_]{1,39}")) {
            throw new Problem(CouncilProblem.COUNCIL_BODY_CODE_MALFORMED).at("/code");
        }
        var named = new NewBody(
                body.code(),
                body.kind(),
                Text.required(body.nameRu(), "/nameRu"),
                Text.required(body.genitive(), "/genitive"),
                Text.required(body.nameEn(), "/nameEn"));
        long change = changes.record("COUNCIL_BODY_ENTERED", SUBJECT, body.code(), null, named);
        if (!store.insert(named, change)) {
            throw new Problem(CouncilProblem.COUNCIL_BODY_EXISTS, body.code()).at("/code");
        }
        return view(body.code(), null);
    }

    /**
     * Says how a body votes from a day on.
     *
     * @throws Problem {@code council-body-unknown}, {@code regulations-quorum-impossible}, {@code
     *     regulations-appeal-term-impossible}
     */
    @RolesAllowed(DEPARTMENT)
    public Regulations regulate(String code, Regulations rules) {
        var body = known(code);
        int whole = rules.quorum().compareTo(ru.mos.clusters.platform.Fraction.ONE);
        boolean tooSmall = rules.quorum().compareTo(ru.mos.clusters.platform.Fraction.ZERO) <= 0;
        if (tooSmall
                || whole > 0
                || (whole == 0 && rules.moreThan())
                || rules.quorum().denominator().bitLength() > 16) {
            throw new Problem(CouncilProblem.REGULATIONS_QUORUM_IMPOSSIBLE).at("/quorum");
        }
        if (rules.appealDays() < 1 || rules.appealDays() > 365) {
            throw new Problem(CouncilProblem.REGULATIONS_APPEAL_TERM_IMPOSSIBLE).at("/appealDays");
        }
        var before = store.regulations(body.code(), rules.from()).orElse(null);
        long change = changes.record("REGULATIONS_SET", SUBJECT, body.code(), before, rules);
        store.regulate(body.code(), rules, change);
        return rules;
    }

    /**
     * Enters an order about who sits in a body.
     *
     * @return the body as it is on the day of the order
     * @throws Problem {@code council-body-unknown}, {@code order-empty}, {@code order-earlier}, {@code seat-unknown}, {@code
     *     seat-overlaps}, {@code seat-chairs-twice}, {@code seat-secretaries-twice}, {@code seat-user-unknown}
     */
    @RolesAllowed(DEPARTMENT)
    public BodyView order(String code, EnterOrder order) {
        var body = known(code);
        if (order.appointments().isEmpty() && order.releases().isEmpty()) {
            throw new Problem(CouncilProblem.ORDER_EMPTY);
        }
        store.latestOrder(code).filter(order.from()::isBefore).ifPresent(latest -> {
            throw new Problem(CouncilProblem.ORDER_EARLIER, latest).at("/from");
        });
        var id = UUID.randomUUID();
        long change = changes.record("COUNCIL_ORDER_ENTERED", SUBJECT, code, null, order);
        store.order(id, code, order, change);
        for (var seat : order.releases()) {
            if (!store.release(seat, code, order.from(), id)) {
                throw new Problem(CouncilProblem.SEAT_UNKNOWN).at("/releases");
            }
        }
        for (var who : order.appointments()) {
            store.appoint(code, stated(who), order.from(), id);
        }
        return view(body, order.from());
    }

    private static EnterOrder.Appointment stated(EnterOrder.Appointment who) {
        return new EnterOrder.Appointment(
                Text.optional(who.login(), "/appointments/login"),
                Text.required(who.name(), "/appointments/name"),
                Text.optional(who.organisation(), "/appointments/organisation"),
                who.inn(),
                who.post(),
                who.votes());
    }

    private Kept known(String code) {
        return store.find(code).orElseThrow(() -> new Problem(CouncilProblem.COUNCIL_BODY_UNKNOWN, code));
    }

    private BodyView view(Kept body, LocalDate on) {
        return view(body, on, store.regulations(body.code(), on).orElse(null), store.seats(body.code(), on));
    }

    private static BodyView view(Kept body, LocalDate on, @Nullable Regulations rules, List<SeatView> seats) {
        return new BodyView(body.code(), body.kind(), body.nameRu(), body.genitive(), body.nameEn(), on, rules, seats);
    }
}
