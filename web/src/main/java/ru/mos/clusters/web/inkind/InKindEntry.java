package ru.mos.clusters.web.inkind;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.inkind.AskInKind;
import ru.mos.clusters.inkind.InKindOffers;
import ru.mos.clusters.inkind.InKindProblem;
import ru.mos.clusters.inkind.InKindRequests;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** The form by which support in kind is asked for: recipients choose among those they act for, staff name any by a document. */
@Named
@RequestScoped
public class InKindEntry {

    @EJB
    private InKindRequests requests;

    @EJB
    private InKindOffers offers;

    @Inject
    private InKindWords words;

    @Inject
    private Texts texts;

    private @Nullable String own;
    private @Nullable Inn inn;
    private @Nullable String name;
    private @Nullable String sector;
    private @Nullable String cluster;
    private @Nullable String offer;
    private @Nullable String kind;
    private @Nullable BigDecimal quantity;
    private @Nullable Integer persons;
    private @Nullable String purpose;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private final PaperEntry paper = new PaperEntry();
    private @Nullable List<InKindOffers.Offered> offered;
    private @Nullable List<InKindOffers.Recipient> recipients;

    @PostConstruct
    void open() {
        if (!words.isAsking()) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
    }

    /** Organisations that the person acts for. */
    public List<Map.Entry<String, String>> getRecipients() {
        if (recipients == null) {
            recipients = offers.recipients();
        }
        return recipients.stream()
                .map(one -> Map.entry(one.inn().digits(), named(one)))
                .toList();
    }

    private static String named(InKindOffers.Recipient one) {
        var name = Functions.brief(one.name());
        return name == null ? one.inn().digits() : name + ", " + one.inn().digits();
    }

    /** What is offered today, with what is left of it. */
    public List<Map.Entry<String, String>> getOffers() {
        if (offered == null) {
            offered = offers.offers(null);
        }
        return offered.stream()
                .map(one -> Map.entry(
                        one.id().toString(),
                        texts.with(
                                "inkind.offerChoice",
                                InKindWords.in(one.serviceRu(), one.serviceEn()),
                                one.organisationName(),
                                one.free().stripTrailingZeros(),
                                InKindWords.in(one.unitRu(), one.unitEn()))))
                .toList();
    }

    /** Kinds with their form and unit: one choice says all three. */
    public List<Map.Entry<String, String>> getKinds() {
        return offers.kinds().stream()
                .map(one -> Map.entry(
                        one.form() + "/" + one.kind() + "/" + one.unit(),
                        texts.with(
                                "inkind.kindChoice",
                                InKindWords.in(one.formRu(), one.formEn()),
                                InKindWords.in(one.kindRu(), one.kindEn()),
                                InKindWords.in(one.unitRu(), one.unitEn()))))
                .toList();
    }

    public List<Map.Entry<String, String>> getSectors() {
        return offers.sectors().stream()
                .map(one -> Map.entry(one.code(), words.of(one)))
                .toList();
    }

    /** Asks for it. */
    public String ask() {
        var chosen = requireNonNull(kind).split("/", 3);
        var request = requests.ask(new AskInKind(
                own == null ? requireNonNull(inn) : new Inn(own),
                name,
                cluster,
                sector,
                Ids.of(requireNonNull(offer), InKindProblem.IN_KIND_OFFER_UNKNOWN),
                chosen[0],
                chosen[1],
                chosen[2],
                requireNonNull(quantity),
                persons,
                requireNonNull(purpose),
                requireNonNull(startsOn),
                requireNonNull(endsOn),
                paper.isComplete() ? paper.paper() : null));
        Messages.info("inkind.asked");
        return Redirect.to(InKindPage.PAGE, "id", request.id());
    }

    public @Nullable String getOwn() {
        return own;
    }

    public void setOwn(@Nullable String own) {
        this.own = own;
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

    public @Nullable String getSector() {
        return sector;
    }

    public void setSector(@Nullable String sector) {
        this.sector = sector;
    }

    public @Nullable String getCluster() {
        return cluster;
    }

    public void setCluster(@Nullable String cluster) {
        this.cluster = cluster;
    }

    public @Nullable String getOffer() {
        return offer;
    }

    public void setOffer(@Nullable String offer) {
        this.offer = offer;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable BigDecimal getQuantity() {
        return quantity;
    }

    public void setQuantity(@Nullable BigDecimal quantity) {
        this.quantity = quantity;
    }

    public @Nullable Integer getPersons() {
        return persons;
    }

    public void setPersons(@Nullable Integer persons) {
        this.persons = persons;
    }

    public @Nullable String getPurpose() {
        return purpose;
    }

    public void setPurpose(@Nullable String purpose) {
        this.purpose = purpose;
    }

    public @Nullable LocalDate getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(@Nullable LocalDate startsOn) {
        this.startsOn = startsOn;
    }

    public @Nullable LocalDate getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(@Nullable LocalDate endsOn) {
        this.endsOn = endsOn;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
