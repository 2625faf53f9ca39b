package ru.mos.clusters.web.council;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.council.Bodies;
import ru.mos.clusters.call.council.BodyKind;
import ru.mos.clusters.call.council.Choice;
import ru.mos.clusters.call.council.CouncilProblem;
import ru.mos.clusters.call.council.Motion;
import ru.mos.clusters.call.council.Quorum;
import ru.mos.clusters.call.council.Regulations;
import ru.mos.clusters.call.council.SittingAction;
import ru.mos.clusters.call.council.SittingForm;
import ru.mos.clusters.call.council.SittingView;
import ru.mos.clusters.call.council.SittingView.Item;
import ru.mos.clusters.call.council.SittingView.Member;
import ru.mos.clusters.call.council.SittingView.Moved;
import ru.mos.clusters.call.council.SittingView.Outcome;
import ru.mos.clusters.call.council.Sittings;
import ru.mos.clusters.call.decision.Decisions;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** One application on the agenda of a sitting: recusals, motions and votes. */
@Named
@RequestScoped
public class SittingItem {

    @EJB
    private Sittings sittings;

    @EJB
    private Bodies bodies;

    @EJB
    private Calls calls;

    @EJB
    private Decisions decisions;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Caller caller;

    private SittingView sitting;
    private Item item;
    private @Nullable Regulations rules;
    private final MotionEntry entry = new MotionEntry();
    private @Nullable String seat;
    private @Nullable String choice;
    private @Nullable String opinion;
    private @Nullable String recusedSeat;
    private @Nullable String why;

    @PostConstruct
    void open() {
        sitting = sittings.view(Ids.of(query.value("id"), CouncilProblem.SITTING_UNKNOWN));
        item = sitting.items().stream()
                .filter(one -> one.id().toString().equals(query.value("item")))
                .findFirst()
                .orElseThrow(() -> new Problem(CouncilProblem.SITTING_ITEM_UNKNOWN));
        rules = bodies.view(sitting.body(), sitting.heldOn()).regulations();
    }

    public SittingView getSitting() {
        return sitting;
    }

    public Item getItem() {
        return item;
    }

    /** By which the body votes; null where none hold on the day. */
    public @Nullable Regulations getRules() {
        return rules;
    }

    /** Whether enough take part in it; where all vote in writing, those do who have voted on the last motion. */
    public @Nullable Quorum getQuorum() {
        var quorum = item.quorum();
        if (quorum == null || rules == null || sitting.form() == SittingForm.MEETING) {
            return quorum;
        }
        int voted = item.motions().isEmpty()
                ? 0
                : item.motions().get(item.motions().size() - 1).ballots().size();
        return new Quorum(quorum.base(), voted, voted >= CouncilWords.least(quorum.base(), rules));
    }

    public boolean isCommission() {
        return sitting.kind() == BodyKind.COMMISSION;
    }

    /** The one heard before it; null for the first. */
    public @Nullable Item getPrevious() {
        return neighbour(-1);
    }

    /** The one heard after it; null for the last. */
    public @Nullable Item getNext() {
        return neighbour(1);
    }

    private @Nullable Item neighbour(int by) {
        int at = sitting.items().indexOf(item) + by;
        return at < 0 || at >= sitting.items().size() ? null : sitting.items().get(at);
    }

    private boolean may(SittingAction action) {
        return sitting.actions().contains(action);
    }

    private boolean isStaff() {
        return caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.GCKR);
    }

    /** Whether there is somebody whose recusal the person may record. */
    public boolean isRecusable() {
        return may(SittingAction.RECUSE) && !recusable().isEmpty();
    }

    private List<Member> recusable() {
        var voted = item.motions().stream()
                .flatMap(moved -> moved.ballots().stream())
                .map(SittingView.Ballot::seat)
                .toList();
        return sitting.members().stream()
                .filter(Member::votes)
                .filter(member -> isStaff() || member.mine())
                .filter(member -> !voted.contains(member.seat())
                        && item.recused().stream()
                                .noneMatch(recused -> recused.seat().equals(member.seat())))
                .toList();
    }

    public List<Map.Entry<String, String>> getRecusableSeats() {
        return seats(recusable());
    }

    private static List<Map.Entry<String, String>> seats(List<Member> members) {
        return members.stream()
                .map(member -> Map.entry(member.seat().toString(), member.name()))
                .toList();
    }

    /** The motion that is voted on; null where none is. */
    public @Nullable Moved getVoted() {
        return item.motions().stream()
                .filter(moved -> moved.outcome() == null)
                .findFirst()
                .orElse(null);
    }

    /** Whether another motion can be made: none is under way, or all have voted and it was lost. */
    public boolean isMovable() {
        var last = item.motions().isEmpty()
                ? null
                : item.motions().get(item.motions().size() - 1);
        return may(SittingAction.MOVE)
                && (last == null || (last.outcome() == null ? isLost(last) : last.outcome() == Outcome.REJECTED));
    }

    private boolean isLost(Moved moved) {
        long votesFor = moved.ballots().stream()
                .filter(ballot -> ballot.choice() == Choice.FOR)
                .count();
        int given = moved.ballots().size();
        return given > 0 && given == SittingPage.voters(sitting, item).size() && 2 * votesFor <= given;
    }

    /** Who can vote on the motion by the hand of the person: the person, and for the staff those without a log-in. */
    public List<Map.Entry<String, String>> getVoters() {
        var voted = getVoted();
        if (voted == null || !may(SittingAction.VOTE)) {
            return List.of();
        }
        return seats(SittingPage.voters(sitting, item).stream()
                .filter(member -> member.mine() || (member.login() == null && isStaff()))
                .filter(member -> voted.ballots().stream()
                        .noneMatch(ballot -> ballot.seat().equals(member.seat())))
                .toList());
    }

    /** Whether the lack of a quorum alone keeps from voting. */
    public boolean isStalled() {
        return sitting.form() == SittingForm.MEETING
                && item.quorum() != null
                && !item.quorum().met()
                && getVoted() != null;
    }

    public boolean isVotable() {
        return !isStalled() && !getVoters().isEmpty();
    }

    /** Who has not voted yet. */
    public String getSilent() {
        var voted = getVoted();
        return voted == null
                ? ""
                : String.join(
                        ", ",
                        SittingPage.voters(sitting, item).stream()
                                .filter(member -> voted.ballots().stream()
                                        .noneMatch(ballot -> ballot.seat().equals(member.seat())))
                                .map(Member::name)
                                .toList());
    }

    public List<Map.Entry<String, String>> getMotions() {
        return CouncilWords.options(Motion.of(sitting.kind()));
    }

    public List<Map.Entry<String, String>> getChoices() {
        return CouncilWords.options(Choice.values());
    }

    /** Money of the call to pay from, with what is left of it. */
    public List<Map.Entry<String, String>> getMoney() {
        return decisions.money(sitting.call()).stream()
                .map(line -> Map.entry(
                        line.year() + "|" + line.kbk(),
                        texts.with(
                                "council.moneyLine",
                                String.valueOf(line.year()),
                                line.kbk(),
                                Functions.money(line.left()))))
                .toList();
    }

    /** Acts of the call, in the editions it names. */
    public List<Map.Entry<String, String>> getActs() {
        var announced = calls.announcement(sitting.call());
        var terms = announced.terms();
        var acts = new ArrayList<Map.Entry<String, String>>();
        for (int at = 0; at < terms.acts().size() && at < announced.acts().size(); at++) {
            var one = terms.acts().get(at);
            if (one.act() != null && one.edition() != null) {
                acts.add(Map.entry(
                        one.act() + "|" + one.edition(),
                        texts.with("council.actLine", announced.acts().get(at).title(), one.edition())));
            }
        }
        return acts;
    }

    /** Makes the motion that was typed. */
    public String propose() {
        sittings.move(sitting.id(), item.id(), entry.made());
        return after("council.proposed");
    }

    /** Gives or notes the vote that was typed. */
    public String give() {
        sittings.vote(
                sitting.id(),
                voted().id(),
                UUID.fromString(String.valueOf(seat)),
                Choice.valueOf(String.valueOf(choice)),
                opinion);
        return after("council.voted");
    }

    private Moved voted() {
        var voted = getVoted();
        if (voted == null) {
            throw new Problem(CouncilProblem.MOTION_UNKNOWN);
        }
        return voted;
    }

    /** Records the recusal that was typed. */
    public String shut() {
        sittings.recuse(sitting.id(), item.id(), UUID.fromString(String.valueOf(recusedSeat)), String.valueOf(why));
        return after("council.recused");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/council/item.xhtml", "id", sitting.id(), "item", item.id());
    }

    public MotionEntry getEntry() {
        return entry;
    }

    /** Who alone can vote is chosen from the beginning. */
    public @Nullable String getSeat() {
        var voters = getVoters();
        return seat == null && voters.size() == 1 ? voters.get(0).getKey() : seat;
    }

    public void setSeat(@Nullable String seat) {
        this.seat = seat;
    }

    public @Nullable String getChoice() {
        return choice;
    }

    public void setChoice(@Nullable String choice) {
        this.choice = choice;
    }

    public @Nullable String getOpinion() {
        return opinion;
    }

    public void setOpinion(@Nullable String opinion) {
        this.opinion = opinion;
    }

    public @Nullable String getRecusedSeat() {
        return recusedSeat;
    }

    public void setRecusedSeat(@Nullable String recusedSeat) {
        this.recusedSeat = recusedSeat;
    }

    public @Nullable String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why;
    }
}
