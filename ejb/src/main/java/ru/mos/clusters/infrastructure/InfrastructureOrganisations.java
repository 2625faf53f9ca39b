package ru.mos.clusters.infrastructure;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.infrastructure.InfrastructureCard.OfferView;
import ru.mos.clusters.infrastructure.InfrastructureCard.OfficerView;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.DatePeriod;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;

/** Organisations of the infrastructure: entered, described anew, closed; what they offer and who works at their places. */
@Stateless
@DenyAll
public class InfrastructureOrganisations {

    private static final int MOST = 500;

    @Inject
    private Register register;

    @Inject
    private Changes changes;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    /**
     * Enters an organisation under the next number; the answer shows it on its first day.
     *
     * @throws Problem {@code infrastructure-kind-unknown}, {@code infrastructure-parent-unknown},
     *     {@code infrastructure-centre-without-parent}, {@code infrastructure-centre-without-address}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public InfrastructureView register(RegisterOrganisation command) {
        var id = UUID.randomUUID();
        long change = changes.record("INFRASTRUCTURE_REGISTERED", Register.SUBJECT, id.toString(), null, command);
        // so that no number is given twice and none is missed out
        sql.with(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('infrastructure.organisation'))"));
        sql.with(handle -> handle.createUpdate("""
                        insert into infrastructure.organisation (id, number, code, inn, version, recorded_by)
                        select :id, n.next, 'INF-' || n.next, :inn, 1, :change
                          from (select coalesce(max(number), 0) + 1 as next from infrastructure.organisation) n""")
                .bind("id", id)
                .bind("inn", command.inn())
                .bind("change", change)
                .execute());
        describe(
                new DescribeOrganisation(
                        id,
                        command.kind(),
                        command.name(),
                        command.address(),
                        command.area(),
                        command.parent(),
                        command.from(),
                        null),
                DatePeriod.since(command.from()),
                null,
                change);
        return register.organisation(id, command.from());
    }

    /**
     * Says anew what it is called and where it is, from a day on.
     *
     * @throws Problem {@code infrastructure-unknown}, {@code infrastructure-closed}, {@code infrastructure-date-before},
     *     {@code changed-meanwhile} and those of {@link #register}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public InfrastructureView describe(DescribeOrganisation command) {
        var id = command.organisation();
        register.take(id, command.expected());
        var now = open(id, command.from());
        long change = changes.record(
                "INFRASTRUCTURE_CHANGED",
                Register.SUBJECT,
                id.toString(),
                new Described(now.name(), now.address()),
                command);
        shorten(id, command.from(), change);
        describe(command, DatePeriod.since(command.from()), null, change);
        return register.organisation(id, command.from());
    }

    /** What the record of changes keeps of what it was before. */
    record Described(String name, @Nullable String address) {}

    /**
     * Ends it: from that day on it belongs to the infrastructure no more, offers nothing and has no officers.
     *
     * @throws Problem {@code infrastructure-unknown}, {@code infrastructure-closed}, {@code infrastructure-date-before}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public InfrastructureView close(UUID id, LocalDate to, String reason) {
        var because = Text.required(reason, "/reason");
        register.take(id, null);
        var now = open(id, to.minusDays(1));
        long change = changes.record(
                "INFRASTRUCTURE_CLOSED",
                Register.SUBJECT,
                id.toString(),
                new Described(now.name(), now.address()),
                because);
        var last = register.organisation(id, to.minusDays(1));
        var began = lastBeginning(id, to);
        shorten(id, began, change);
        var described = new DescribeOrganisation(
                id,
                last.kind(),
                last.name(),
                last.address(),
                last.area(),
                last.parent() == null ? null : last.parent().id(),
                began,
                null);
        describe(described, new DatePeriod(began, to), because, change);
        for (var offer : offers(id)) {
            endOffer(offer, to, change);
        }
        for (var officer : officers(id, null)) {
            endOfficer(id, officer, to, change);
        }
        return register.organisation(id, to);
    }

    /**
     * Says that it offers a service.
     *
     * @param sector null: to any sector
     * @param capacity of a full year, in the service's unit
     * @param to first day on which it offers it no more; null while it does
     * @throws Problem {@code infrastructure-unknown}, {@code infrastructure-service-unknown},
     *     {@code infrastructure-sector-unknown}, {@code capacity-not-positive}, {@code offer-overlaps},
     *     {@code period-empty}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public OfferView offer(
            UUID id,
            String service,
            @Nullable String sector,
            BigDecimal capacity,
            LocalDate from,
            @Nullable LocalDate to) {
        var period = DatePeriod.of(from, to);
        register.take(id, null);
        open(id, from);
        if (!Amounts.fits(capacity) || capacity.signum() == 0) {
            throw new Problem(InfrastructureProblem.CAPACITY_NOT_POSITIVE).at("/capacity");
        }
        var offer = new OfferView(UUID.randomUUID(), service, sector, capacity, from, to);
        long change = changes.record("SERVICE_OFFERED", Register.SUBJECT, id.toString(), null, offer);
        insert(id, offer, period, change);
        return offers(id).stream()
                .filter(one -> one.id().equals(offer.id()))
                .findAny()
                .orElseThrow();
    }

    /**
     * Says that it offers a service no more from a day on; on its first day: it never did.
     *
     * @throws Problem {@code infrastructure-unknown}, {@code offer-unknown} also where it ended before
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public void withdrawOffer(UUID id, UUID offer, LocalDate from) {
        register.take(id, null);
        var lasting = offers(id).stream()
                .filter(one -> one.id().equals(offer))
                .filter(one -> from.isBefore(
                        DatePeriod.of(one.validFrom(), one.validUntil()).until()))
                .findAny()
                .orElseThrow(() -> new Problem(InfrastructureProblem.OFFER_UNKNOWN));
        long change = changes.record("SERVICE_WITHDRAWN", Register.SUBJECT, id.toString(), lasting, from);
        endOffer(lasting, from, change);
    }

    /**
     * Binds an employee to the place from a day on.
     *
     * @throws Problem {@code infrastructure-unknown}, {@code officer-unknown}, {@code officer-not-of-infrastructure},
     *     {@code officer-overlaps}, {@code period-empty}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public void bind(UUID id, String login, LocalDate from, @Nullable LocalDate to) {
        var period = DatePeriod.of(from, to);
        register.take(id, null);
        open(id, from);
        boolean of = sql.with(handle -> handle.createQuery("""
                                select exists (select from platform.user_role r where r.login = u.login and r.role = :role)
                                  from platform.app_user u
                                 where u.login = :login and u.active""")
                        .bind("login", login)
                        .bind("role", INFRASTRUCTURE)
                        .mapTo(Boolean.class)
                        .findOne())
                .orElseThrow(() -> new Problem(InfrastructureProblem.OFFICER_UNKNOWN).at("/login"));
        if (!of) {
            throw new Problem(InfrastructureProblem.OFFICER_NOT_OF_INFRASTRUCTURE, login).at("/login");
        }
        long change =
                changes.record("OFFICER_BOUND", Register.SUBJECT, id.toString(), null, new Bound(login, from, to));
        insert(id, login, period, change);
    }

    /** What the record of changes keeps of a bond. */
    record Bound(String login, LocalDate from, @Nullable LocalDate to) {}

    /**
     * Releases an employee from the place from a day on.
     *
     * @throws Problem {@code infrastructure-unknown}, {@code officer-unknown} where it does not work there on the day
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public void release(UUID id, String login, LocalDate from) {
        register.take(id, null);
        var officer = officers(id, from).stream()
                .filter(one -> one.login().equals(login))
                .findAny()
                .orElseThrow(() -> new Problem(InfrastructureProblem.OFFICER_UNKNOWN));
        long change = changes.record(
                "OFFICER_RELEASED",
                Register.SUBJECT,
                id.toString(),
                officer,
                new Bound(login, officer.validFrom(), from));
        endOfficer(id, officer, from, change);
    }

    /** Who can work at an intake place, by name. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public List<Candidate> candidates() {
        return sql.with(handle -> handle.createQuery("""
                        select u.login, u.name
                          from platform.app_user u
                          join platform.user_role r on r.login = u.login
                         where u.active and r.role = :role
                         order by u.name, u.login""")
                .bind("role", INFRASTRUCTURE)
                .mapTo(Candidate.class)
                .list());
    }

    /** Somebody who can work at an intake place. */
    public record Candidate(String login, String name) {}

    /** Organisations by number. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public Slice<InfrastructureView> list(InfrastructureFilter filter, PageRequest page) {
        int after = after(page);
        var asOf = filter.asOf() == null ? time.today() : filter.asOf();
        var rows = register.rows(null, filter.kind(), filter.parent(), asOf, after, page.fetch());
        var slice = Slice.of(rows, page, row -> List.of(Integer.toString(row.number())));
        return new Slice<>(
                slice.items().stream().map(InfrastructureView.Row::view).toList(), slice.next());
    }

    /**
     * An organisation on a date (null: today).
     *
     * @throws Problem {@code infrastructure-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public InfrastructureCard card(UUID id, @Nullable LocalDate asOf) {
        var day = asOf == null ? time.today() : asOf;
        return new InfrastructureCard(
                register.organisation(id, day),
                day,
                register.rows(null, null, id, day, 0, MOST).stream()
                        .map(InfrastructureView.Row::view)
                        .filter(centre -> centre.status() == InfrastructureStatus.ACTIVE)
                        .toList(),
                officers(id, day),
                offers(id));
    }

    /**
     * The organisation that is meant by an id or by a code such as {@code INF-1}.
     *
     * @throws Problem {@code infrastructure-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public UUID resolve(String idOrCode) {
        return sql.with(handle -> handle.createQuery(
                                "select id from infrastructure.organisation where cast(id as text) = lower(:it) or code = upper(:it)")
                        .bind("it", idOrCode)
                        .mapTo(UUID.class)
                        .findOne())
                .orElseThrow(() -> new Problem(InfrastructureProblem.INFRASTRUCTURE_UNKNOWN, idOrCode));
    }

    /** The number after which the stretch begins; a cursor of another list begins this one. */
    private static int after(PageRequest page) {
        var key = String.join(" ", page.after());
        return key.matches("\\d{1,9}") ? Integer.parseInt(key) : 0;
    }

    private InfrastructureView open(UUID id, LocalDate day) {
        var now = register.organisation(id, time.today().isBefore(day) ? day : time.today());
        if (now.to() != null) {
            throw new Problem(InfrastructureProblem.INFRASTRUCTURE_CLOSED, now.code());
        }
        if (day.isBefore(now.from())) {
            throw new Problem(InfrastructureProblem.INFRASTRUCTURE_DATE_BEFORE, now.code(), now.from());
        }
        return now;
    }

    private LocalDate lastBeginning(UUID id, LocalDate before) {
        return sql.with(handle -> handle.createQuery("""
                        select max(valid_from) from infrastructure.particulars
                         where organisation_id = :id and superseded_by is null and valid_from < :before""")
                .bind("id", id)
                .bind("before", before)
                .mapTo(LocalDate.class)
                .one());
    }

    /** What was said of that day and later holds no longer; what was said of the days before stays. */
    private void shorten(UUID id, LocalDate on, long change) {
        sql.with(handle -> handle.createUpdate("""
                        update infrastructure.particulars set superseded_by = :change
                         where organisation_id = :id and superseded_by is null and coalesce(valid_until, 'infinity') > :on""")
                .bind("change", change)
                .bind("id", id)
                .bind("on", on)
                .execute());
        sql.with(handle ->
                handle.createUpdate("""
                        insert into infrastructure.particulars (id, organisation_id, kind, name, address, area, parent_id, valid_from,
                               valid_until, recorded_by)
                        select gen_random_uuid(), organisation_id, kind, name, address, area, parent_id, valid_from, :on, :change
                          from infrastructure.particulars
                         where superseded_by = :change and valid_from < :on""").bind("change", change).bind("on", on).execute());
    }

    private void describe(DescribeOrganisation command, DatePeriod period, @Nullable String reason, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into infrastructure.particulars (id, organisation_id, kind, name, address, area, parent_id,
                               closing_reason, valid_from, valid_until, recorded_by)
                        values (:row, :id, :kind, :name, :address, :area, cast(:parent as uuid), :reason, :from, cast(:until as date), :change)""")
                .bind("row", UUID.randomUUID())
                .bind("id", command.organisation())
                .bind("kind", command.kind())
                .bind("name", command.name())
                .bind("address", command.address())
                .bind("area", command.area())
                .bind("parent", command.parent())
                .bind("reason", reason)
                .bind("from", period.from())
                .bind("until", period.untilOrNull())
                .bind("change", change)
                .execute());
    }

    private List<OfferView> offers(UUID id) {
        return sql.with(handle ->
                handle.createQuery("""
                        select o.id, o.service, o.sector, o.capacity, o.valid_from, o.valid_until
                          from infrastructure.offer o
                          join infrastructure.service s on s.code = o.service
                         where o.organisation_id = :id and o.superseded_by is null
                         order by s.position, o.sector, o.valid_from""").bind("id", id).mapTo(OfferView.class).list());
    }

    private void endOffer(OfferView offer, LocalDate on, long change) {
        if (!on.isBefore(DatePeriod.of(offer.validFrom(), offer.validUntil()).until())) {
            return;
        }
        sql.with(handle -> handle.createUpdate("""
                        update infrastructure.offer set superseded_by = :change where id = :id and superseded_by is null""")
                .bind("change", change)
                .bind("id", offer.id())
                .execute());
        sql.with(handle -> handle.createUpdate("""
                        insert into infrastructure.offer (id, organisation_id, service, sector, capacity, valid_from, valid_until,
                               recorded_by)
                        select id, organisation_id, service, sector, capacity, valid_from, :on, :change
                          from infrastructure.offer
                         where id = :id and superseded_by = :change and valid_from < :on""")
                .bind("change", change)
                .bind("id", offer.id())
                .bind("on", on)
                .execute());
        sql.with(handle -> handle.execute("set constraints infrastructure.lasts_for_support immediate"));
        sql.with(handle -> handle.execute("set constraints infrastructure.lasts_for_support deferred"));
    }

    private void insert(UUID id, OfferView offer, DatePeriod period, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into infrastructure.offer (id, organisation_id, service, sector, capacity, valid_from, valid_until,
                               recorded_by)
                        values (:offer, :id, :service, :sector, :capacity, :from, cast(:until as date), :change)""")
                .bind("offer", offer.id())
                .bind("id", id)
                .bind("service", offer.service())
                .bind("sector", offer.sector())
                .bind("capacity", offer.capacity())
                .bind("from", period.from())
                .bind("until", period.untilOrNull())
                .bind("change", change)
                .execute());
    }

    private List<OfficerView> officers(UUID id, @Nullable LocalDate on) {
        return sql.with(handle -> handle.createQuery("""
                        select f.login, u.name, f.valid_from, f.valid_until
                          from infrastructure.officer f
                          join platform.app_user u on u.login = f.login
                         where f.organisation_id = :id and f.superseded_by is null
                           and (cast(:on as date) is null or daterange(f.valid_from, f.valid_until) @> cast(:on as date))
                         order by u.name, f.login, f.valid_from""")
                .bind("id", id)
                .bind("on", on)
                .mapTo(OfficerView.class)
                .list());
    }

    private void endOfficer(UUID id, OfficerView officer, LocalDate on, long change) {
        if (!on.isBefore(
                DatePeriod.of(officer.validFrom(), officer.validUntil()).until())) {
            return;
        }
        sql.with(handle -> handle.createUpdate("""
                        update infrastructure.officer set superseded_by = :change
                         where organisation_id = :id and login = :login and valid_from = :from and superseded_by is null""")
                .bind("change", change)
                .bind("id", id)
                .bind("login", officer.login())
                .bind("from", officer.validFrom())
                .execute());
        if (officer.validFrom().isBefore(on)) {
            insert(id, officer.login(), new DatePeriod(officer.validFrom(), on), change);
        }
    }

    private void insert(UUID id, String login, DatePeriod period, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into infrastructure.officer (organisation_id, login, valid_from, valid_until, recorded_by)
                        values (:id, :login, :from, cast(:until as date), :change)""")
                .bind("id", id)
                .bind("login", login)
                .bind("from", period.from())
                .bind("until", period.untilOrNull())
                .bind("change", change)
                .execute());
    }
}
