package ru.mos.clusters.web.cluster;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.cluster.cooperation.AgreementView;
import ru.mos.clusters.cluster.cooperation.ConcludeAgreement;
import ru.mos.clusters.cluster.cooperation.CooperationAgreements;
import ru.mos.clusters.cluster.cooperation.CooperationProblem;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Texts;

/** Records an agreement with partners, with its file or by reference alone; says that one holds no more. */
@Named
@RequestScoped
public class AgreementForm {

    @EJB
    private CooperationAgreements agreements;

    @Inject
    private AskedCluster asked;

    @Inject
    private ClusterPage card;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private @Nullable AgreementView agreement;
    private @Nullable String number;
    private @Nullable LocalDate date;
    private @Nullable String subject;
    private List<String> parties = List.of();
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;
    private @Nullable String reason;
    private @Nullable Part file;

    /** Answers with the file where the address asks for that. */
    public void download() throws IOException {
        if (query.text("file").isPresent()) {
            var paper = agreements.file(asked.id(), named("file").id());
            Faces.getExternalContext().setResponseHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            Faces.sendFile(paper.name(), true, out -> Files.copy(paper.path(), out));
        }
    }

    /** Null while a new one is to be recorded. */
    public @Nullable AgreementView getAgreement() {
        if (agreement == null && query.text("agreement").isPresent()) {
            agreement = named("agreement");
        }
        return agreement;
    }

    private AgreementView named(String parameter) {
        return agreements.list(asked.id(), null).stream()
                .filter(one -> one.id().toString().equals(query.value(parameter)))
                .findFirst()
                .orElseThrow(() -> new Problem(CooperationProblem.AGREEMENT_UNKNOWN));
    }

    /** Who may be a party: the organisation, then partners, then members. */
    public List<Map.Entry<String, String>> getCandidates() {
        var candidates = new ArrayList<Map.Entry<String, String>>();
        var organisation = card.getCluster().organisation();
        if (organisation != null) {
            candidates.add(Map.entry(
                    organisation.inn().digits(),
                    called(organisation.name(), organisation.inn(), "agreement.partyOrganisation")));
        }
        card.getCard().members().stream()
                .sorted(Comparator.comparing(MemberView::memberOfOrganisation))
                .map(member -> Map.entry(
                        member.inn().digits(),
                        called(
                                member.name(),
                                member.inn(),
                                member.memberOfOrganisation() ? "members.member" : "members.partner")))
                .forEach(candidates::add);
        return candidates;
    }

    private String called(@Nullable String name, Inn inn, String as) {
        var words = texts.get(as);
        return (name == null ? inn.digits() : Functions.brief(name) + ", " + inn.digits()) + " — " + words;
    }

    public String conclude() throws IOException {
        var concluded = requireNonNull(date);
        var command = new ConcludeAgreement(
                asked.id(),
                requireNonNull(number),
                concluded,
                requireNonNull(subject),
                parties.stream().map(Inn::new).toList(),
                from == null ? concluded : from,
                through == null ? null : through.plusDays(1));
        if (file == null) {
            agreements.conclude(command, null, "");
        } else {
            try (var bytes = file.getInputStream()) {
                agreements.conclude(command, bytes, file.getSubmittedFileName());
            }
        }
        Messages.info("agreement.concluded", number);
        return asked.outcome("partners");
    }

    public String end() {
        var ended = requireNonNull(getAgreement());
        agreements.end(asked.id(), ended.id(), requireNonNull(through).plusDays(1), requireNonNull(reason));
        Messages.info("agreement.ended", ended.number());
        return asked.outcome("partners");
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable LocalDate getDate() {
        return date;
    }

    public void setDate(@Nullable LocalDate date) {
        this.date = date;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public List<String> getParties() {
        return parties;
    }

    public void setParties(List<String> parties) {
        this.parties = parties;
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

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
