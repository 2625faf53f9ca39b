package ru.mos.clusters.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementProblem;
import ru.mos.clusters.agreement.AgreementView;
import ru.mos.clusters.agreement.Agreements;
import ru.mos.clusters.agreement.EnterSuccession;
import ru.mos.clusters.agreement.SuccessionCapacity;
import ru.mos.clusters.agreement.SuccessionGround;
import ru.mos.clusters.agreement.SuccessionView;
import ru.mos.clusters.agreement.Successions;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.project.Projects;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form of a succession under an agreement. */
@Named
@RequestScoped
public class SuccessionEntry {

    @EJB
    private Agreements agreements;

    @EJB
    private Projects projects;

    @EJB
    private Successions successions;

    @Inject
    private ListQuery query;

    private AgreementView agreement;
    private @Nullable String capacity = SuccessionCapacity.PARTY.name();
    private @Nullable String predecessor;
    private @Nullable Inn successor;
    private @Nullable LocalDate from;
    private @Nullable String ground;
    private final PaperEntry paper = new PaperEntry();

    @PostConstruct
    void open() {
        agreement = agreements.view(Ids.of(query.value("id"), AgreementProblem.SUBSIDY_AGREEMENT_UNKNOWN));
        predecessor = agreement.party().digits();
    }

    public AgreementView getAgreement() {
        return agreement;
    }

    /** Who may be succeeded: the party, participants, and those who took the place of one; by INN. */
    public List<Map.Entry<String, String>> getHolders() {
        var holders = new TreeMap<String, String>();
        add(holders, agreement.party(), agreement.partyName());
        projects.participants(agreement.project(), agreement.projectEdition())
                .forEach(one -> add(holders, one.inn(), one.name()));
        var steps = successions.of(agreement.id()).stream()
                .filter(SuccessionView::isInForce)
                .toList();
        steps.forEach(one -> add(holders, one.successor(), one.successorName()));
        steps.stream()
                .filter(one -> one.capacity() == SuccessionCapacity.PARTICIPANT)
                .filter(one -> !one.predecessor().equals(agreement.party()))
                .forEach(one -> holders.remove(one.predecessor().digits()));
        return List.copyOf(holders.entrySet());
    }

    private static void add(Map<String, String> holders, Inn inn, @Nullable String name) {
        holders.putIfAbsent(inn.digits(), name == null ? inn.digits() : inn.digits() + " " + name);
    }

    /** Enters it for a second person to confirm. */
    public String enter() {
        var entered = successions.enter(new EnterSuccession(
                agreement.id(),
                SuccessionCapacity.valueOf(String.valueOf(capacity)),
                new Inn(String.valueOf(predecessor)),
                Objects.requireNonNull(successor),
                Objects.requireNonNull(from),
                SuccessionGround.valueOf(String.valueOf(ground)),
                paper.paper()));
        Messages.info("grant.successionEntered");
        return Redirect.to("/agreement/succession.xhtml", "id", entered.id());
    }

    public @Nullable String getCapacity() {
        return capacity;
    }

    public void setCapacity(@Nullable String capacity) {
        this.capacity = capacity;
    }

    public @Nullable String getPredecessor() {
        return predecessor;
    }

    public void setPredecessor(@Nullable String predecessor) {
        this.predecessor = predecessor;
    }

    public @Nullable Inn getSuccessor() {
        return successor;
    }

    public void setSuccessor(@Nullable Inn successor) {
        this.successor = successor;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable String getGround() {
        return ground;
    }

    public void setGround(@Nullable String ground) {
        this.ground = ground;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
