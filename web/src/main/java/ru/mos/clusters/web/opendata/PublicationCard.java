package ru.mos.clusters.web.opendata;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.opendata.FindingView;
import ru.mos.clusters.opendata.OpenDataProblem;
import ru.mos.clusters.opendata.PublicationAction;
import ru.mos.clusters.opendata.PublicationState;
import ru.mos.clusters.opendata.PublicationView;
import ru.mos.clusters.opendata.Publications;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A publication: its files, what was found in them, and what may be done. */
@Named
@RequestScoped
public class PublicationCard {

    @EJB
    private Publications publications;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private PublicationView publication;
    private LazyTable<FindingView> findings;
    private @Nullable String acknowledgement;
    private @Nullable String reason;
    private @Nullable Long version;

    @PostConstruct
    void open() {
        publication = publications.view(Ids.of(query.value("id"), OpenDataProblem.PUBLICATION_UNKNOWN));
        version = publication.version();
        findings = query.table(
                page -> publications.findings(publication.id(), page),
                () -> publications.countFindings(publication.id()));
    }

    public PublicationView getPublication() {
        return publication;
    }

    public LazyTable<FindingView> getFindings() {
        return findings;
    }

    public boolean isPublishable() {
        return publication.actions().contains(PublicationAction.PUBLISH);
    }

    public boolean isDiscardable() {
        return publication.actions().contains(PublicationAction.DISCARD);
    }

    public boolean isWithdrawable() {
        return publication.actions().contains(PublicationAction.WITHDRAW);
    }

    /** Whether the person had it prepared and so has to leave it to a chief. */
    public boolean isOwn() {
        return publication.state() == PublicationState.PREPARED
                && caller.login().equals(publication.preparedBy());
    }

    public String publish() {
        publications.publish(publication.id(), acknowledgement, version);
        return after("openData.publishedNow");
    }

    public String discard() {
        publications.discard(publication.id(), String.valueOf(reason), version);
        return after("openData.discardedNow");
    }

    public String withdraw() {
        publications.withdraw(publication.id(), String.valueOf(reason), version);
        return after("openData.withdrawnNow");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/opendata/card.xhtml", "id", publication.id());
    }

    public @Nullable String getAcknowledgement() {
        return acknowledgement;
    }

    public void setAcknowledgement(@Nullable String acknowledgement) {
        this.acknowledgement = acknowledgement;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }
}
