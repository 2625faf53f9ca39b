package ru.mos.clusters.web.platform;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.UserFilter;
import ru.mos.clusters.platform.UserView;
import ru.mos.clusters.platform.Users;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;
import ru.mos.clusters.web.shell.Texts;

/** The list of users. */
@Named
@RequestScoped
public class UserList {

    @EJB
    private Users users;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private LazyTable<UserView> table;

    @PostConstruct
    void open() {
        var filter = new UserFilter(
                query.text("q").orElse(null),
                query.text("role").filter(Role.ALL::contains).orElse(null),
                query.choice("state", UserFilter.State.class).orElse(null));
        table = query.table(page -> users.list(filter, page), () -> users.count(filter));
    }

    public LazyTable<UserView> getTable() {
        return table;
    }

    /** Roles to filter by, with their names. */
    public List<Map.Entry<String, String>> getRoles() {
        return Role.ALL.stream()
                .map(role -> Map.entry(role, texts.get("role." + role)))
                .toList();
    }

    /** States to filter by, with their names. */
    public List<Map.Entry<String, String>> getStates() {
        return Arrays.stream(UserFilter.State.values())
                .map(state -> Map.entry(state.name(), texts.get("users.state." + state.name())))
                .toList();
    }

    /** Whether the user can log in. */
    public UserFilter.State state(UserView user) {
        return !user.active()
                ? UserFilter.State.CLOSED
                : user.lockedUntil() == null ? UserFilter.State.ACTIVE : UserFilter.State.LOCKED;
    }

    /** The roles in words. */
    public String roles(UserView user) {
        return String.join(
                ", ",
                user.roles().stream().map(role -> texts.get("role." + role)).toList());
    }

    /** The whole list as a spreadsheet. */
    public void export() {
        new Spreadsheet<UserView>("users.title")
                .column("users.name", 40, UserView::name)
                .column("users.login", 20, UserView::login)
                .column("users.roles", 40, this::roles)
                .column("users.organisation", 40, UserView::organisation)
                .column("users.state", 20, user -> texts.get("users.state." + state(user)))
                .send(table);
    }
}
