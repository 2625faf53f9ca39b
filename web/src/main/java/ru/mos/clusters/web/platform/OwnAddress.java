package ru.mos.clusters.web.platform;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Reminders;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Where a person's letters about terms go. */
@Named
@RequestScoped
public class OwnAddress {

    @EJB
    private Reminders reminders;

    private @Nullable String address;

    @PostConstruct
    void open() {
        address = reminders.ownAddress().orElse(null);
    }

    public String keep() {
        reminders.changeOwnAddress(address);
        Messages.info(address == null || address.isBlank() ? "account.addressGone" : "account.addressKept");
        return Redirect.to("/account/password.xhtml");
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }
}
