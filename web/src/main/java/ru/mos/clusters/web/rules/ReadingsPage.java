package ru.mos.clusters.web.rules;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.OutcomeChange;
import ru.mos.clusters.eligibility.draft.ReadingEffects;
import ru.mos.clusters.ownership.OwnershipReadings;
import ru.mos.clusters.ownership.ProposeReading;
import ru.mos.clusters.ownership.ReadingCode;
import ru.mos.clusters.ownership.ReadingProposalView;
import ru.mos.clusters.ownership.ReadingView;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** How the law of affiliation is read: what holds, what is proposed, and what would follow. */
@Named
@RequestScoped
public class ReadingsPage {

    private static final int SHOWN = 50;

    @EJB
    private OwnershipReadings readings;

    @EJB
    private ReadingEffects effects;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    @Inject
    private Texts texts;

    private @Nullable ReadingCode code;
    private @Nullable String value;
    private @Nullable LocalDate from;
    private @Nullable String basis;

    public List<ReadingView> getAll() {
        return readings.list();
    }

    public List<ReadingProposalView> getProposals() {
        return readings.proposals(PageRequest.first(SHOWN)).items();
    }

    public boolean isAuthor() {
        return caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.CHIEF);
    }

    /** Whether the person is the second one. */
    public boolean confirms(ReadingProposalView proposal) {
        return decides(proposal) && !proposal.proposedBy().equals(caller.login());
    }

    public boolean decides(ReadingProposalView proposal) {
        return isAuthor() && proposal.state() == ReadingProposalView.State.PROPOSED;
    }

    /** The proposal whose effect is shown; empty where none is. */
    public String getPreviewed() {
        return query.value("effect");
    }

    public List<OutcomeChange> getChanges() {
        return effects.preview(RuleDraftPage.id(getPreviewed()), null);
    }

    public List<Map.Entry<String, String>> getCodes() {
        return Arrays.stream(ReadingCode.values())
                .map(one -> Map.entry(one.name(), texts.get("rules.reading." + one)))
                .toList();
    }

    public String propose() {
        readings.propose(new ProposeReading(
                requireNonNull(code), requireNonNull(value).strip(), requireNonNull(from), requireNonNull(basis)));
        return after("rules.readingProposed");
    }

    public String confirm(UUID proposal) {
        readings.confirm(proposal);
        return after("rules.readingConfirmed");
    }

    public String refuse(UUID proposal) {
        readings.refuse(proposal);
        return after("rules.readingRefused");
    }

    private static String after(String result) {
        Messages.info(result);
        return Redirect.to("/rules/readings.xhtml");
    }

    public @Nullable ReadingCode getCode() {
        return code;
    }

    public void setCode(@Nullable ReadingCode code) {
        this.code = code;
    }

    public @Nullable String getValue() {
        return value;
    }

    public void setValue(@Nullable String value) {
        this.value = value;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable String getBasis() {
        return basis;
    }

    public void setBasis(@Nullable String basis) {
        this.basis = basis;
    }
}
