package ru.mos.clusters.web.infrastructure;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.infrastructure.DescribeOrganisation;
import ru.mos.clusters.infrastructure.InfrastructureCard;
import ru.mos.clusters.infrastructure.InfrastructureOrganisations;
import ru.mos.clusters.infrastructure.InfrastructureView;
import ru.mos.clusters.infrastructure.RegisterOrganisation;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Enters an organisation, describes it anew, says what it offers and who works there, ends each of these. */
@Named
@RequestScoped
public class InfrastructureForm {

    @EJB
    private InfrastructureOrganisations organisations;

    @Inject
    private InfrastructurePage page;

    @Inject
    private ListQuery query;

    private @Nullable Inn inn;
    private @Nullable String kind;
    private @Nullable String name;
    private @Nullable String address;
    private @Nullable String area;
    private @Nullable String parent;
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;
    private @Nullable String reason;
    private @Nullable String service;
    private @Nullable String sector;
    private @Nullable BigDecimal capacity;
    private @Nullable String login;

    @PostConstruct
    void open() {
        if (!isEntering()) {
            var now = page.getOrganisation();
            kind = now.kind();
            name = now.name();
            address = now.address();
            area = now.area();
            parent = now.parent() == null ? null : now.parent().id().toString();
        }
    }

    /** Whether a new one is to be entered. */
    public boolean isEntering() {
        return query.text("id").isEmpty();
    }

    /** The service to be ended, if the address names one. */
    public InfrastructureCard.@Nullable OfferView getOffer() {
        return isEntering()
                ? null
                : page.getCard().offers().stream()
                        .filter(one -> one.id().toString().equals(query.value("offer")))
                        .findFirst()
                        .orElse(null);
    }

    /** The employee to be released, if the address names one. */
    public InfrastructureCard.@Nullable OfficerView getOfficer() {
        return isEntering()
                ? null
                : page.getCard().officers().stream()
                        .filter(one -> one.login().equals(query.value("officer")))
                        .findFirst()
                        .orElse(null);
    }

    public List<InfrastructureOrganisations.Candidate> getCandidates() {
        return organisations.candidates();
    }

    public String register() {
        var entered = organisations.register(new RegisterOrganisation(
                requireNonNull(inn),
                requireNonNull(kind),
                requireNonNull(name),
                address,
                area,
                parent(),
                requireNonNull(from)));
        return saved(entered, "infrastructure.registered");
    }

    public String describe() {
        var id = page.getOrganisation().id();
        return saved(
                organisations.describe(new DescribeOrganisation(
                        id,
                        requireNonNull(kind),
                        requireNonNull(name),
                        address,
                        area,
                        parent(),
                        requireNonNull(from),
                        null)),
                "infrastructure.described");
    }

    public String close() {
        var id = page.getOrganisation().id();
        return saved(
                organisations.close(id, requireNonNull(through).plusDays(1), requireNonNull(reason)),
                "infrastructure.closed");
    }

    public String addOffer() {
        organisations.offer(
                page.getOrganisation().id(),
                requireNonNull(service),
                sector == null || sector.isEmpty() ? null : sector,
                requireNonNull(capacity),
                requireNonNull(from),
                through == null ? null : through.plusDays(1));
        return saved(page.getOrganisation(), "infrastructure.offered");
    }

    public String endOffer() {
        organisations.withdrawOffer(
                page.getOrganisation().id(),
                requireNonNull(getOffer()).id(),
                requireNonNull(through).plusDays(1));
        return saved(page.getOrganisation(), "infrastructure.offerEnded");
    }

    public String bind() {
        organisations.bind(
                page.getOrganisation().id(),
                requireNonNull(login),
                requireNonNull(from),
                through == null ? null : through.plusDays(1));
        return saved(page.getOrganisation(), "infrastructure.bound");
    }

    public String release() {
        organisations.release(
                page.getOrganisation().id(),
                requireNonNull(getOfficer()).login(),
                requireNonNull(through).plusDays(1));
        return saved(page.getOrganisation(), "infrastructure.released");
    }

    private @Nullable UUID parent() {
        return parent == null || parent.isEmpty() ? null : organisations.resolve(parent);
    }

    private static String saved(InfrastructureView organisation, String message) {
        Messages.info(message, organisation.code());
        return Redirect.to("/infrastructure/card.xhtml", "id", organisation.code());
    }

    public @Nullable Inn getInn() {
        return inn;
    }

    public void setInn(@Nullable Inn inn) {
        this.inn = inn;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable String getArea() {
        return area;
    }

    public void setArea(@Nullable String area) {
        this.area = area;
    }

    public @Nullable String getParent() {
        return parent;
    }

    public void setParent(@Nullable String parent) {
        this.parent = parent;
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

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getService() {
        return service;
    }

    public void setService(@Nullable String service) {
        this.service = service;
    }

    public @Nullable String getSector() {
        return sector;
    }

    public void setSector(@Nullable String sector) {
        this.sector = sector;
    }

    public @Nullable BigDecimal getCapacity() {
        return capacity;
    }

    public void setCapacity(@Nullable BigDecimal capacity) {
        this.capacity = capacity;
    }

    public @Nullable String getLogin() {
        return login;
    }

    public void setLogin(@Nullable String login) {
        this.login = login;
    }
}
