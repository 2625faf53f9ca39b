package ru.mos.clusters.web.joining;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.cluster.joining.Joining;
import ru.mos.clusters.cluster.joining.SubmitApplication;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form by which an enterprise applies to join a cluster; staff enter it from a paper. */
@Named
@RequestScoped
public class JoinForm {

    @EJB
    private Joining joining;

    @Inject
    private ListQuery query;

    @Inject
    private Time time;

    private Joining.Own own;
    private @Nullable String cluster;
    private @Nullable Inn inn;
    private @Nullable String name;
    private List<String> roles = List.of();
    private boolean memberOfOrganisation = true;
    private @Nullable LocalDate submittedOn;
    private final PaperEntry paper = new PaperEntry();

    @PostConstruct
    void open() {
        own = joining.own();
        inn = own.anybody() ? query.read("inn", Inn::new).orElse(null) : own.inn();
        cluster = query.read("cluster", joining::cluster).map(UUID::toString).orElse(null);
        submittedOn = time.today();
        paper.setDate(submittedOn);
    }

    /** For whom the caller may apply. */
    public Joining.Own getOwn() {
        return own;
    }

    public List<Joining.Offer> getOffers() {
        return joining.offers();
    }

    public List<ParticipantRole> getAllRoles() {
        return List.of(ParticipantRole.values());
    }

    /** Sends the application in. */
    public String submit() {
        var chosen = EnumSet.noneOf(ParticipantRole.class);
        roles.forEach(role -> chosen.add(ParticipantRole.valueOf(role)));
        var application = joining.submit(new SubmitApplication(
                UUID.fromString(requireNonNull(cluster)),
                new Participation(requireNonNull(inn), name, Set.copyOf(chosen), memberOfOrganisation),
                submittedOn,
                paper.paper()));
        Messages.info("join.submitted", application.clusterCode(), application.answerDue());
        return Redirect.to("/cluster/join-decision.xhtml", "id", application.id());
    }

    public @Nullable String getCluster() {
        return cluster;
    }

    public void setCluster(@Nullable String cluster) {
        this.cluster = cluster;
    }

    public @Nullable Inn getInn() {
        return inn;
    }

    public void setInn(@Nullable Inn inn) {
        this.inn = inn;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public List<String> getRoles() {
        return roles;
    }

    public void setRoles(List<String> roles) {
        this.roles = roles;
    }

    public boolean isMemberOfOrganisation() {
        return memberOfOrganisation;
    }

    public void setMemberOfOrganisation(boolean memberOfOrganisation) {
        this.memberOfOrganisation = memberOfOrganisation;
    }

    public @Nullable LocalDate getSubmittedOn() {
        return submittedOn;
    }

    public void setSubmittedOn(@Nullable LocalDate submittedOn) {
        this.submittedOn = submittedOn;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
