package ru.mos.clusters.web.platform;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.AppointDeputy;
import ru.mos.clusters.platform.Deputies;
import ru.mos.clusters.platform.DeputyOrder;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.UserFilter;
import ru.mos.clusters.platform.UserView;
import ru.mos.clusters.platform.Users;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** Orders to deputise, and the form that enters another. */
@Named
@RequestScoped
public class DeputyList {

    private static final int PEOPLE = 500;

    @EJB
    private Deputies deputies;

    @EJB
    private Users users;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Time time;

    private LazyTable<DeputyOrder> table;
    private @Nullable List<UserView> people;
    private @Nullable String deputy;
    private @Nullable String deputised;
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;
    private final PaperEntry paper = new PaperEntry();
    private @Nullable String reason;

    @PostConstruct
    void open() {
        boolean inForce = query.value("inForce").equals("true");
        table = query.table(page -> deputies.list(inForce, page), () -> deputies.count(inForce));
    }

    public LazyTable<DeputyOrder> getTable() {
        return table;
    }

    /** Orders that give roles today, besides all. */
    public List<Map.Entry<String, String>> getChoices() {
        return List.of(Map.entry("true", texts.get("deputies.inForce")));
    }

    /** People who can log in; programs do not deputise. */
    public List<UserView> getPeople() {
        if (people == null) {
            people =
                    users
                            .list(new UserFilter(null, null, UserFilter.State.ACTIVE), PageRequest.first(PEOPLE))
                            .items()
                            .stream()
                            .filter(user -> !user.roles().contains(Role.SERVICE))
                            .toList();
        }
        return people;
    }

    /** A person with the roles that deputising brings. */
    public String label(UserView user) {
        return user.name() + " ("
                + String.join(
                        ", ",
                        user.roles().stream()
                                .map(role -> texts.get("role." + role))
                                .toList())
                + ")";
    }

    /** The last day of an order, which names its first day outside. */
    public LocalDate through(DeputyOrder order) {
        return order.to().minusDays(1);
    }

    /** Whether it can still be ended early. */
    public boolean endable(DeputyOrder order) {
        return time.today().isBefore(order.to());
    }

    /** The order that the address names, which is to be ended; null where it names none. */
    public @Nullable DeputyOrder getEnding() {
        return query.text("id").map(DeputyList::id).map(deputies::order).orElse(null);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Problem(PlatformProblem.DEPUTY_ORDER_UNKNOWN);
        }
    }

    public String appoint() {
        deputies.appoint(new AppointDeputy(
                requireNonNull(deputy),
                requireNonNull(deputised),
                requireNonNull(from),
                requireNonNull(through).plusDays(1),
                paper.paper()));
        Messages.info("deputies.appointed");
        return Redirect.to("/users/deputies.xhtml");
    }

    public String end() {
        deputies.end(requireNonNull(getEnding()).id(), time.today(), String.valueOf(reason));
        Messages.info("deputies.ended");
        return Redirect.to("/users/deputies.xhtml");
    }

    public @Nullable String getDeputy() {
        return deputy;
    }

    public void setDeputy(@Nullable String deputy) {
        this.deputy = deputy;
    }

    public @Nullable String getDeputised() {
        return deputised;
    }

    public void setDeputised(@Nullable String deputised) {
        this.deputised = deputised;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getThrough() {
        return through;
    }

    public void setThrough(@Nullable LocalDate through) {
        this.through = through;
    }

    public PaperEntry getPaper() {
        return paper;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
