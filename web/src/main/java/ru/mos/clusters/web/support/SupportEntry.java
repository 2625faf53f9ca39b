package ru.mos.clusters.web.support;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.support.EnterSupport;
import ru.mos.clusters.support.SupportRecords;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form by which a support that was given is entered. */
@Named
@RequestScoped
public class SupportEntry {

    @EJB
    private SupportRecords records;

    @Inject
    private ListQuery query;

    private @Nullable Inn inn;
    private @Nullable String name;
    private @Nullable Inn providerInn;
    private @Nullable String providerName;
    private @Nullable String kind;
    private @Nullable String purpose;
    private @Nullable LocalDate decidedOn;
    private @Nullable LocalDate endsOn;
    private @Nullable BigDecimal size;
    private @Nullable String unit;
    private @Nullable String registerNumber;
    private final PaperEntry paper = new PaperEntry();

    @PostConstruct
    void open() {
        inn = query.read("inn", Inn::new).orElse(null);
    }

    /** Enters it. */
    public String enter() {
        var chosen = requireNonNull(kind).split("/", 2);
        var entered = records.enter(new EnterSupport(
                requireNonNull(inn),
                name,
                requireNonNull(providerInn),
                providerName,
                chosen[0],
                chosen[1],
                requireNonNull(purpose),
                requireNonNull(decidedOn),
                requireNonNull(endsOn),
                requireNonNull(size),
                requireNonNull(unit),
                registerNumber,
                paper.paper()));
        Messages.info("support.entered");
        return Redirect.to("/support/record.xhtml", "id", entered.id());
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

    public @Nullable Inn getProviderInn() {
        return providerInn;
    }

    public void setProviderInn(@Nullable Inn providerInn) {
        this.providerInn = providerInn;
    }

    public @Nullable String getProviderName() {
        return providerName;
    }

    public void setProviderName(@Nullable String providerName) {
        this.providerName = providerName;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getPurpose() {
        return purpose;
    }

    public void setPurpose(@Nullable String purpose) {
        this.purpose = purpose;
    }

    public @Nullable LocalDate getDecidedOn() {
        return decidedOn;
    }

    public void setDecidedOn(@Nullable LocalDate decidedOn) {
        this.decidedOn = decidedOn;
    }

    public @Nullable LocalDate getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(@Nullable LocalDate endsOn) {
        this.endsOn = endsOn;
    }

    public @Nullable BigDecimal getSize() {
        return size;
    }

    public void setSize(@Nullable BigDecimal size) {
        this.size = size;
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit;
    }

    public @Nullable String getRegisterNumber() {
        return registerNumber;
    }

    public void setRegisterNumber(@Nullable String registerNumber) {
        this.registerNumber = registerNumber;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
