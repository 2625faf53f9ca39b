package ru.mos.clusters.web.eligibility;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.FixView.StepKind;
import ru.mos.clusters.eligibility.FixWeight;
import ru.mos.clusters.eligibility.FixWeights;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.Messages;

/** What each kind of change costs in the cheapest fix, and the form that sets it. */
@Named
@RequestScoped
public class FixWeightsPage {

    private static final int ALL = 500;

    @EJB
    private FixWeights weights;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Time time;

    private StepKind kind = StepKind.REMOVE_MEMBER;
    private @Nullable Integer weight;
    private @Nullable LocalDate from;

    public List<FixWeight> getAll() {
        return weights.list(PageRequest.first(ALL)).items();
    }

    /** Whether the person may set them. */
    public boolean isSetting() {
        return request.isUserInRole(Role.DEPARTMENT) || request.isUserInRole(Role.CHIEF);
    }

    public List<StepKind> getKinds() {
        return List.of(StepKind.values());
    }

    public String set() {
        var given = weights.set(kind, requireNonNull(weight), requireNonNull(getFrom()));
        Messages.info("weights.set", given.weight(), given.from());
        return "/cluster/fix-weights.xhtml?faces-redirect=true";
    }

    public StepKind getKind() {
        return kind;
    }

    public void setKind(StepKind kind) {
        this.kind = kind;
    }

    public @Nullable Integer getWeight() {
        return weight;
    }

    public void setWeight(@Nullable Integer weight) {
        this.weight = weight;
    }

    /** From today on, unless another day is typed. */
    public @Nullable LocalDate getFrom() {
        return from == null ? time.today() : from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }
}
