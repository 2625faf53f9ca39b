package ru.mos.clusters.web.consultation;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.consultation.ConsultationForm;
import ru.mos.clusters.cluster.consultation.ConsultationProblem;
import ru.mos.clusters.cluster.consultation.ConsultationView;
import ru.mos.clusters.cluster.consultation.Consultations;
import ru.mos.clusters.cluster.consultation.EnterConsultation;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Enters a consultation into the journal, or corrects or takes away an entry. */
@Named
@RequestScoped
public class ConsultationEntry {

    @EJB
    private Consultations consultations;

    @EJB
    private Clusters clusters;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    private @Nullable ConsultationView entry;
    private @Nullable Long seen;
    private @Nullable String adviser;
    private @Nullable String cluster;
    private @Nullable Inn inn;
    private @Nullable LocalDate heldOn;
    private @Nullable ConsultationForm form;
    private @Nullable String topic;
    private @Nullable String result;
    private @Nullable String reason;

    @PostConstruct
    void open() {
        heldOn = time.today();
        adviser = caller.hasRole(Role.GCKR) ? caller.login() : null;
        cluster = query.text("cluster").orElse(null);
        inn = query.read("inn", Inn::new).orElse(null);
        query.text("id")
                .map(ConsultationEntry::id)
                .map(consultations::consultation)
                .ifPresent(found -> {
                    entry = found;
                    adviser = found.adviser();
                    cluster = found.clusterCode();
                    inn = found.inn();
                    heldOn = found.heldOn();
                    form = found.form();
                    topic = found.topic();
                    result = found.result();
                });
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Problem(ConsultationProblem.CONSULTATION_UNKNOWN);
        }
    }

    /** Null while a new one is entered. */
    public @Nullable ConsultationView getEntry() {
        return entry;
    }

    public List<Consultations.Adviser> getAdvisers() {
        return consultations.advisers();
    }

    public List<ConsultationForm> getForms() {
        return List.of(ConsultationForm.values());
    }

    public boolean isEntering() {
        return entry == null && caller.hasRole(Role.GCKR);
    }

    public boolean isCorrecting() {
        return entry != null && (caller.hasRole(Role.GCKR) || caller.hasRole(Role.DEPARTMENT));
    }

    public boolean isRemoving() {
        return entry != null && caller.hasRole(Role.DEPARTMENT);
    }

    public String enter() {
        consultations.enter(command());
        Messages.info("consultation.entered");
        return Redirect.to("/consultations/list.xhtml");
    }

    public String correct() {
        consultations.correct(requireNonNull(entry).id(), requireNonNull(seen), command());
        Messages.info("consultation.corrected");
        return Redirect.to("/consultations/list.xhtml");
    }

    public String remove() {
        consultations.remove(requireNonNull(entry).id(), String.valueOf(reason));
        Messages.info("consultation.removed");
        return Redirect.to("/consultations/list.xhtml");
    }

    private EnterConsultation command() {
        return new EnterConsultation(
                adviser,
                cluster == null ? null : clusters.resolve(cluster.strip()),
                inn,
                requireNonNull(heldOn),
                requireNonNull(form),
                requireNonNull(topic),
                result);
    }

    /** The version that the form is made from. */
    public long getVersion() {
        return entry == null ? 0 : entry.version();
    }

    /** The version from which the form that comes back was made. */
    public void setVersion(long version) {
        seen = version;
    }

    public @Nullable String getAdviser() {
        return adviser;
    }

    public void setAdviser(@Nullable String adviser) {
        this.adviser = adviser;
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

    public @Nullable LocalDate getHeldOn() {
        return heldOn;
    }

    public void setHeldOn(@Nullable LocalDate heldOn) {
        this.heldOn = heldOn;
    }

    public @Nullable ConsultationForm getForm() {
        return form;
    }

    public void setForm(@Nullable ConsultationForm form) {
        this.form = form;
    }

    public @Nullable String getTopic() {
        return topic;
    }

    public void setTopic(@Nullable String topic) {
        this.topic = topic;
    }

    public @Nullable String getResult() {
        return result;
    }

    public void setResult(@Nullable String result) {
        this.result = result;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
