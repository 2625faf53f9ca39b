package ru.mos.clusters.web.platform;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.OrganisationView;
import ru.mos.clusters.platform.Organisations;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Organisations of the users: all of them, and a form for a new one or for the one in the address. */
@Named
@ViewScoped
public class OrganisationList implements Serializable {

    private static final String PAGE = "/users/organisations.xhtml";

    @EJB
    private Organisations organisations;

    private @Nullable UUID id;
    private long version;
    private String name = "";
    private @Nullable Inn inn;

    /** Opens the organisation of the address in the form. */
    public void load() {
        if (id != null) {
            var found = organisations.card(id);
            name = found.name();
            inn = found.inn();
            version = found.version();
        }
    }

    public List<OrganisationView> getAll() {
        return organisations.all();
    }

    /** Keeps the new or the changed one. */
    public String save() {
        if (id == null) {
            organisations.create(name, inn);
        } else {
            organisations.change(id, version, name, inn);
        }
        Messages.info("organisations.saved", name);
        return Redirect.to(PAGE);
    }

    public @Nullable String getId() {
        return id == null ? null : id.toString();
    }

    /** A malformed id is as none. */
    public void setId(@Nullable String id) {
        this.id = id == null || !id.matches("[0-9a-f-]{36}") ? null : UUID.fromString(id);
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public @Nullable Inn getInn() {
        return inn;
    }

    public void setInn(@Nullable Inn inn) {
        this.inn = inn;
    }
}
