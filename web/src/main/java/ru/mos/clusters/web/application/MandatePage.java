package ru.mos.clusters.web.application;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Mandate;
import ru.mos.clusters.platform.Mandates;
import ru.mos.clusters.platform.Mandates.GiveMandate;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** For which organisations people sign and programs act. */
@Named
@RequestScoped
public class MandatePage {

    @EJB
    private Mandates mandates;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private final PaperEntry document = new PaperEntry();
    private @Nullable Mandate chosen;
    private @Nullable String login;
    private @Nullable Inn organisation;
    private @Nullable LocalDate from;
    private @Nullable LocalDate last;

    public LazyTable<Mandate> getTable() {
        return query.table(mandates::list, mandates::count);
    }

    /** The one named in the address; null where none is. */
    public @Nullable Mandate getChosen() {
        if (chosen == null && query.text("id").isPresent()) {
            chosen = mandates.view(id());
        }
        return chosen;
    }

    private UUID id() {
        try {
            return UUID.fromString(query.value("id"));
        } catch (IllegalArgumentException strange) {
            throw new Problem(PlatformProblem.MANDATE_UNKNOWN);
        }
    }

    /** Ends the chosen one today. */
    public String end() {
        mandates.end(id());
        Messages.info("mandate.ended");
        return Redirect.to("/users/mandates.xhtml");
    }

    public boolean isWriter() {
        return caller.hasRole(Role.ADMIN);
    }

    /** Gives a mandate through the last day that is named. */
    public String give() {
        mandates.give(new GiveMandate(
                String.valueOf(login),
                Objects.requireNonNull(organisation),
                Objects.requireNonNull(from),
                Objects.requireNonNull(last).plusDays(1),
                document.paper()));
        Messages.info("mandate.given");
        return Redirect.to("/users/mandates.xhtml");
    }

    public PaperEntry getDocument() {
        return document;
    }

    public @Nullable String getLogin() {
        return login;
    }

    public void setLogin(@Nullable String login) {
        this.login = login;
    }

    public @Nullable Inn getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable Inn organisation) {
        this.organisation = organisation;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getLast() {
        return last;
    }

    public void setLast(@Nullable LocalDate last) {
        this.last = last;
    }
}
