package ru.mos.clusters.web.cluster;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.AdmitMember;
import ru.mos.clusters.cluster.ChangeMember;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.cluster.ParticipantRole;
import ru.mos.clusters.cluster.Participation;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.registry.Entities;
import ru.mos.clusters.registry.EntitySearch;
import ru.mos.clusters.web.shell.Faults;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;

/** Admits an enterprise to the cluster, or changes and ends the part it takes. */
@Named
@RequestScoped
public class MemberForm {

    private static final int MOST_FOUND = 10;

    @EJB
    private Memberships memberships;

    @EJB
    private Entities entities;

    @Inject
    private AskedCluster asked;

    @Inject
    private ClusterPage card;

    @Inject
    private ListQuery query;

    private @Nullable MemberView member;
    private @Nullable Inn inn;
    private @Nullable String name;
    private List<String> roles = List.of();
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;
    private boolean memberOfOrganisation = true;
    private @Nullable String reason;
    private @Nullable Long seen;

    @PostConstruct
    void open() {
        memberOfOrganisation = !query.value("partner").equals("true");
        query.read("inn", Inn::new).ifPresent(asking -> {
            member = memberships.member(asked.id(), asking, asked.asOf());
            inn = asking;
            roles = member.roles().stream().map(Enum::name).toList();
            memberOfOrganisation = member.memberOfOrganisation();
        });
    }

    /** Null while somebody new is to be admitted. */
    public @Nullable MemberView getMember() {
        return member;
    }

    /** Enterprises that the registry finds by what has been typed: part of a name, or the beginning of an INN. */
    public List<String> find(String typed) {
        var search = new EntitySearch(typed, null, null, null, null, null, null);
        return entities.search(search, PageRequest.first(MOST_FOUND)).items().stream()
                .map(found -> found.inn() + " " + Functions.brief(found.name()))
                .toList();
    }

    /** What was typed or chosen begins with an INN. */
    public void checkInn(FacesContext context, UIComponent field, String typed) {
        try {
            chosen(typed);
        } catch (Problem problem) {
            throw new ValidatorException(Faults.message(
                    ProblemTexts.text(problem, context.getViewRoot().getLocale())));
        }
    }

    /** A line of the list begins with the INN; typed by hand it stands alone. */
    private static Inn chosen(String typed) {
        return new Inn(typed.strip().replaceFirst("(?<=\\d)\\s+\\D.*$", "").replaceAll("[\\s\\u00a0\\u202f]", ""));
    }

    public List<ParticipantRole> getAllRoles() {
        return List.of(ParticipantRole.values());
    }

    public String admit() {
        var exclusive = through == null ? null : through.plusDays(1);
        memberships.admit(new AdmitMember(asked.id(), participation(), day(from), exclusive));
        Messages.info("members.admitted", inn);
        return asked.outcome("members");
    }

    public String change() {
        memberships.change(new ChangeMember(asked.id(), participation(), day(from), seen));
        Messages.info("members.changed", inn);
        return asked.outcome("members");
    }

    public String end() {
        memberships.end(asked.id(), known(inn), day(through).plusDays(1), reason);
        Messages.info("members.ended", inn, through);
        return asked.outcome("members");
    }

    private Participation participation() {
        var chosen = EnumSet.noneOf(ParticipantRole.class);
        roles.forEach(role -> chosen.add(ParticipantRole.valueOf(role)));
        return new Participation(known(inn), name, Set.copyOf(chosen), memberOfOrganisation);
    }

    /** The page requires these fields, so that they are there when an action runs. */
    private static <T> T known(@Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }

    private static LocalDate day(@Nullable LocalDate day) {
        return known(day);
    }

    /** The version of the cluster that the form is made from. */
    public long getVersion() {
        return card.getCluster().version();
    }

    /** The version from which the form that comes back was made. */
    public void setVersion(long version) {
        seen = version;
    }

    public String getTyped() {
        return inn == null ? "" : inn.digits();
    }

    public void setTyped(String typed) {
        inn = chosen(typed);
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

    public boolean isMemberOfOrganisation() {
        return memberOfOrganisation;
    }

    public void setMemberOfOrganisation(boolean memberOfOrganisation) {
        this.memberOfOrganisation = memberOfOrganisation;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
