package ru.mos.clusters.web.platform;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ChangeUser;
import ru.mos.clusters.platform.NewUser;
import ru.mos.clusters.platform.OrganisationView;
import ru.mos.clusters.platform.Organisations;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.UserFilter;
import ru.mos.clusters.platform.UserView;
import ru.mos.clusters.platform.Users;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** One user, or somebody who is to become one: name, organisation, roles, password, leave. */
@Named
@ViewScoped
public class UserCard implements Serializable {

    private static final int HEIRS = 500;

    @EJB
    private Users users;

    @EJB
    private Organisations organisations;

    @Inject
    private Texts texts;

    private @Nullable UserView user;
    private String login = "";
    private String name = "";
    private @Nullable String organisation;
    private List<String> roles = new ArrayList<>();
    private @Nullable String password;
    private @Nullable String heir;
    private String reason = "";
    private @Nullable String made;

    /** Opens the card of the user in the address. */
    public void load() {
        var found = users.card(login);
        user = found;
        name = found.name();
        organisation =
                found.organisationId() == null ? null : found.organisationId().toString();
        roles = new ArrayList<>(found.roles());
    }

    /** Makes the user; a password that was made is shown now and never again. */
    public @Nullable String create() {
        var created = users.create(new NewUser(login, name, organisation(), Set.copyOf(roles), password));
        Messages.info("users.created", login);
        if (created.password() == null) {
            return Redirect.to("/users/card.xhtml", "login", login);
        }
        made = created.password();
        return null;
    }

    /** Keeps name, organisation and roles. */
    public String save() {
        users.change(new ChangeUser(login, version(), name, organisation(), Set.copyOf(roles)));
        Messages.info("users.saved", name);
        return again();
    }

    /** Closes the account of a leaver. */
    public String deactivate() {
        int tasks = users.deactivate(login, reason, heir);
        Messages.info(tasks == 0 ? "users.deactivated" : "users.deactivatedTasks", name, tasks);
        return again();
    }

    /** Opens a closed account again. */
    public String reactivate() {
        users.reactivate(login, reason);
        Messages.info("users.reactivated", name);
        return again();
    }

    /** Lets the provider's person of this name have the account. */
    public String handOver() {
        users.handOver(login, reason);
        Messages.info("users.handedOver", name);
        return again();
    }

    /** Ends a lock. */
    public String unlock() {
        users.unlock(login);
        Messages.info("users.unlocked", name);
        return again();
    }

    /** Makes a new password and shows it once. */
    public void resetPassword() {
        made = users.resetPassword(login, null);
        user = users.card(login);
    }

    private String again() {
        return Redirect.to("/users/card.xhtml", "login", login);
    }

    private long version() {
        return user == null ? 0 : user.version();
    }

    private @Nullable UUID organisation() {
        return organisation == null ? null : UUID.fromString(organisation);
    }

    public List<Map.Entry<String, String>> getAllRoles() {
        return Role.ALL.stream()
                .map(role -> Map.entry(role, texts.get("role." + role)))
                .toList();
    }

    public List<OrganisationView> getOrganisations() {
        return organisations.all();
    }

    /** Who could take over tasks. */
    public List<UserView> getHeirs() {
        return users
                .list(new UserFilter(null, null, UserFilter.State.ACTIVE), PageRequest.first(HEIRS))
                .items()
                .stream()
                .filter(other -> !other.login().equals(login))
                .toList();
    }

    public long getOpenTasks() {
        return users.openTasks(login);
    }

    public @Nullable UserView getUser() {
        return user;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(@Nullable String login) {
        this.login = login == null ? "" : login.strip();
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public @Nullable String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = organisation;
    }

    public List<String> getRoles() {
        return roles;
    }

    public void setRoles(List<String> roles) {
        this.roles = roles;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getHeir() {
        return heir;
    }

    public void setHeir(@Nullable String heir) {
        this.heir = heir;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }

    /** The password just made, null when there is none to show. */
    public @Nullable String getMade() {
        return made;
    }
}
