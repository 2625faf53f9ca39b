package ru.mos.clusters.web.ownership;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.EnterStake;
import ru.mos.clusters.ownership.Stakes;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form that says by a document who holds or directs whom. */
@Named
@RequestScoped
public class StakeEntry {

    @Inject
    private Stakes stakes;

    @Inject
    private ListQuery query;

    private @Nullable String owner;
    private @Nullable String ownerName;
    private @Nullable String subject;
    private @Nullable String subjectName;
    private EdgeKind kind = EdgeKind.SHAREHOLDING;
    private @Nullable String share;
    private @Nullable String votes;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private final PaperEntry paper = new PaperEntry();

    @PostConstruct
    void open() {
        subject = PartyIds.bare(query.value("subject"));
    }

    /** Kinds of links to choose from. */
    public List<Map.Entry<String, String>> getKinds() {
        return Arrays.stream(EdgeKind.values())
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }

    /** Enters it; it is in force at once. */
    public String enter() {
        var entered = stakes.enter(new EnterStake(
                PartyIds.party(owner, ownerName, "/owner"),
                PartyIds.party(subject, subjectName, "/subject"),
                kind,
                Shares.find(share, "/share"),
                Shares.find(votes, "/votes"),
                requireNonNull(from),
                to == null ? null : to.plusDays(1),
                paper.paper()));
        Messages.info("own.stake.entered");
        return Redirect.to("/ownership/card.xhtml", "id", entered.subject());
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public void setOwner(@Nullable String owner) {
        this.owner = owner;
    }

    public @Nullable String getOwnerName() {
        return ownerName;
    }

    public void setOwnerName(@Nullable String ownerName) {
        this.ownerName = ownerName;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public @Nullable String getSubjectName() {
        return subjectName;
    }

    public void setSubjectName(@Nullable String subjectName) {
        this.subjectName = subjectName;
    }

    public EdgeKind getKind() {
        return kind;
    }

    public void setKind(EdgeKind kind) {
        this.kind = kind;
    }

    public @Nullable String getShare() {
        return share;
    }

    public void setShare(@Nullable String share) {
        this.share = share;
    }

    public @Nullable String getVotes() {
        return votes;
    }

    public void setVotes(@Nullable String votes) {
        this.votes = votes;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    /** The last day on which it holds; null while it lasts. */
    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }

    public PaperEntry getPaper() {
        return paper;
    }
}
