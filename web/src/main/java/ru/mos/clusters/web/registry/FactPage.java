package ru.mos.clusters.web.registry;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.registry.EntityProblem;
import ru.mos.clusters.registry.ManualFactView;
import ru.mos.clusters.registry.ManualFactView.State;
import ru.mos.clusters.registry.ManualFacts;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** One fact entered by hand, and what may be done with it: confirm, refuse, end. */
@Named
@RequestScoped
public class FactPage {

    @Inject
    private ManualFacts facts;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private ManualFactView fact;
    private @Nullable String reason;
    private @Nullable LocalDate endsFrom;

    @PostConstruct
    void open() {
        fact = facts.fact(new Inn(query.value("inn")), id(query.value("id")));
    }

    private static UUID id(String text) {
        return Optional.of(text)
                .filter(id -> id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString)
                .orElseThrow(() -> new Problem(EntityProblem.MANUAL_FACT_UNKNOWN));
    }

    public ManualFactView getFact() {
        return fact;
    }

    /** With which colour and sign it is shown. */
    public String getLook() {
        return FactList.look(fact.state());
    }

    private boolean mine() {
        return fact.enteredBy().equals(caller.login());
    }

    /** Whether it waits, and the caller is the second person. */
    public boolean isConfirmable() {
        return fact.state() == State.PENDING && caller.hasRole(Role.DEPARTMENT) && !mine();
    }

    /** Whether it waits, and the caller may turn it down or take it back. */
    public boolean isRefusable() {
        return fact.state() == State.PENDING && (caller.hasRole(Role.DEPARTMENT) || mine());
    }

    /** Whether it waits for somebody else than the caller, who entered it. */
    public boolean isWaiting() {
        return fact.state() == State.PENDING && mine();
    }

    public boolean isEndable() {
        return fact.state() == State.IN_FORCE && caller.hasRole(Role.DEPARTMENT);
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    /** First day on which it no longer holds; a fact of a year is taken back as a whole. */
    public @Nullable LocalDate getEndsFrom() {
        return endsFrom == null && fact.fact().isYearly() ? fact.from() : endsFrom;
    }

    public void setEndsFrom(@Nullable LocalDate endsFrom) {
        this.endsFrom = endsFrom;
    }

    public String confirm() {
        facts.confirm(fact.inn(), fact.id());
        return after("fact.confirmed");
    }

    public String refuse() {
        facts.refuse(fact.inn(), fact.id(), String.valueOf(reason));
        return after("fact.refused");
    }

    public String end() {
        var from = endsFrom;
        if (from != null) {
            facts.end(fact.inn(), fact.id(), from);
        }
        return after("fact.ended");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/registry/fact.xhtml", "inn", fact.inn(), "id", fact.id());
    }
}
