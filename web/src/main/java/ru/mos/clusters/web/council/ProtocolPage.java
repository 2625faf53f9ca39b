package ru.mos.clusters.web.council;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.BodyKind;
import ru.mos.clusters.call.council.CouncilProblem;
import ru.mos.clusters.call.council.ProtocolAction;
import ru.mos.clusters.call.council.ProtocolState;
import ru.mos.clusters.call.council.ProtocolView;
import ru.mos.clusters.call.council.Protocols;
import ru.mos.clusters.call.council.SittingView.Outcome;
import ru.mos.clusters.call.decision.Decisions;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.ChosenFile;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A protocol: what stands in it, its number and its signed paper, and how much of it is carried out. */
@Named
@RequestScoped
public class ProtocolPage {

    @EJB
    private Protocols protocols;

    @EJB
    private Decisions decisions;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private ProtocolView protocol;
    private int waiting;
    private @Nullable Part file;
    private @Nullable String annexes;
    private @Nullable String version;

    @PostConstruct
    void open() {
        protocol = protocols.view(Ids.of(query.value("id"), CouncilProblem.PROTOCOL_UNKNOWN));
        waiting = isFollowed() ? decisions.waiting(protocol.id()) : 0;
        annexes = String.join("\n", protocol.paper().annexes());
        version = Long.toString(protocol.version());
    }

    public ProtocolView getProtocol() {
        return protocol;
    }

    /** The commission decides, the council only recommends. */
    public boolean isCommission() {
        return protocol.kind() == BodyKind.COMMISSION;
    }

    /** Whether the person sees how much of it is carried out. */
    public boolean isFollowed() {
        return isCommission()
                && protocol.state() == ProtocolState.SIGNED
                && Stream.of(Role.DEPARTMENT, Role.GCKR, Role.CHIEF, Role.COMMISSION, Role.AUDITOR)
                        .anyMatch(caller::hasRole);
    }

    /** How many of its decisions wait to be carried out. */
    public int getWaiting() {
        return waiting;
    }

    /** How many decisions were adopted in it. */
    public long getAdopted() {
        return protocol.paper().items().stream()
                .flatMap(item -> item.motions().stream())
                .filter(moved -> moved.outcome() == Outcome.ADOPTED)
                .count();
    }

    private boolean may(ProtocolAction action) {
        return protocol.actions().contains(action);
    }

    public boolean isEditable() {
        return may(ProtocolAction.EDIT);
    }

    public boolean isNumberable() {
        return may(ProtocolAction.NUMBER);
    }

    public boolean isDroppable() {
        return may(ProtocolAction.DROP);
    }

    public boolean isSignable() {
        return may(ProtocolAction.SIGN) && !isMine();
    }

    /** Whether the signed paper waits for somebody else than the person, who gave the number. */
    public boolean isForeign() {
        return may(ProtocolAction.SIGN) && isMine();
    }

    private boolean isMine() {
        return caller.login().equals(protocol.numberedBy());
    }

    public boolean isExecutable() {
        return waiting > 0 && (caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.CHIEF));
    }

    /** Gives the number. */
    public String assign() {
        var numbered = protocols.number(protocol.id());
        Messages.info("council.numberGiven", numbered.number());
        return again();
    }

    /** Keeps the list of annexes. */
    public String annexe() {
        protocols.annex(protocol.id(), Long.parseLong(String.valueOf(version)), SittingPage.lines(annexes));
        Messages.info("council.annexed");
        return again();
    }

    /** Gives the draft up and goes back to the sitting. */
    public String giveUp() {
        protocols.drop(protocol.id());
        Messages.info("council.dropped");
        return Redirect.to("/council/sitting.xhtml", "id", protocol.sitting());
    }

    /** Adds the signed paper that was chosen. */
    public String addScan() throws IOException {
        var chosen = file;
        if (chosen == null) {
            return "";
        }
        try (var bytes = chosen.getInputStream()) {
            protocols.sign(protocol.id(), bytes, ChosenFile.name(chosen, "protocol"));
        }
        Messages.info("council.signed");
        return again();
    }

    /** Carries out all that waits. */
    public String execute() {
        var done = decisions.carryOutAll(protocol.id());
        Messages.info("council.executed", done.size());
        return Redirect.to("/council/decisions.xhtml", "call", protocol.call());
    }

    private String again() {
        return Redirect.to("/council/protocol.xhtml", "id", protocol.id());
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public @Nullable String getAnnexes() {
        return annexes;
    }

    public void setAnnexes(@Nullable String annexes) {
        this.annexes = annexes;
    }

    public @Nullable String getVersion() {
        return version;
    }

    public void setVersion(@Nullable String version) {
        this.version = version;
    }
}
