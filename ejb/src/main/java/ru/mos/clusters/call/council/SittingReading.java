package ru.mos.clusters.call.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.SittingStore.Attending;
import ru.mos.clusters.call.council.SittingStore.Ballot;
import ru.mos.clusters.call.council.SittingStore.Kept;
import ru.mos.clusters.call.council.SittingStore.Moved;
import ru.mos.clusters.call.council.SittingStore.Recused;
import ru.mos.clusters.call.council.SittingView.Outcome;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;

/** What a sitting comes to: who presides, whether there is a quorum, how a motion fares. */
@ApplicationScoped
class SittingReading {

    @Inject
    private SittingStore store;

    @Inject
    private BodyStore bodies;

    @Inject
    private Caller caller;

    /** All of a sitting as the caller may see it. */
    SittingView view(Kept sitting) {
        var id = sitting.id();
        var line = sitting.line();
        var rules = bodies.regulations(line.body(), line.heldOn());
        var attending = store.attending(id);
        var recused = store.recused(id);
        var motions = store.motions(id);
        var ballots = store.ballots(id);
        var said = store.said(id);
        boolean voting = line.state() == SittingState.OPEN;
        var mine = attending.stream()
                .filter(member -> caller.login().equals(member.seat().login())
                        && member.seat().votes()
                        && member.presence() != null
                        && member.presence() != Presence.ABSENT)
                .map(member -> member.seat().id())
                .findFirst()
                .orElse(null);
        var items = store.items(id).stream()
                .map(item -> {
                    var shut = seats(recused, item.id());
                    return new SittingView.Item(
                            item.id(),
                            item.position(),
                            item.application(),
                            item.applicationNumber(),
                            new Inn(item.applicant()),
                            item.applicantName(),
                            item.title(),
                            item.rank(),
                            item.score(),
                            item.asked(),
                            item.verdict(),
                            item.recommended(),
                            said.get(item.application()),
                            rules.map(known -> quorum(attending, shut, known)).orElse(null),
                            recused.stream()
                                    .filter(one -> one.item().equals(item.id()))
                                    .map(one ->
                                            new SittingView.Recused(one.seat(), one.name(), one.found(), one.reason()))
                                    .toList(),
                            motions.stream()
                                    .filter(moved -> moved.item().equals(item.id()))
                                    .map(moved -> moved(moved, ballots, voting, mine, shut))
                                    .toList());
                })
                .toList();
        return new SittingView(
                id,
                line.number(),
                line.body(),
                line.kind(),
                line.bodyRu(),
                line.bodyEn(),
                line.call(),
                line.callCode(),
                line.form(),
                line.state(),
                line.heldOn(),
                line.place(),
                sitting.because(),
                presiding(attending).map(member -> member.seat().id()).orElse(null),
                rules.map(known -> quorum(attending, Set.of(), known)).orElse(null),
                attending.stream().map(this::member).toList(),
                items,
                line.protocol(),
                SittingLifecycle.TABLE.open(line.state(), caller::hasRole),
                sitting.version());
    }

    private SittingView.Member member(Attending member) {
        var seat = member.seat();
        return new SittingView.Member(
                seat.id(),
                seat.login(),
                seat.name(),
                seat.organisation(),
                seat.post(),
                seat.votes(),
                member.presence(),
                caller.login().equals(seat.login()));
    }

    private static SittingView.Moved moved(
            Moved moved, List<Ballot> ballots, boolean voting, @Nullable UUID mine, Set<UUID> shut) {
        var given =
                ballots.stream().filter(one -> one.motion().equals(moved.id())).toList();
        var made = moved.made();
        return new SittingView.Moved(
                moved.id(),
                moved.number(),
                made.motion(),
                made.amount(),
                made.year(),
                made.kbk(),
                made.reason(),
                made.act(),
                moved.actTitle(),
                made.actEdition(),
                made.paragraph(),
                made.departure(),
                moved.outcome(),
                moved.tally(),
                given.stream()
                        .map(one -> new SittingView.Ballot(one.seat(), one.name(), one.choice(), one.opinion()))
                        .toList(),
                voting
                        && mine != null
                        && moved.outcome() == null
                        && !shut.contains(mine)
                        && given.stream().noneMatch(one -> one.seat().equals(mine)));
    }

    private static Set<UUID> seats(List<Recused> recused, UUID item) {
        return recused.stream()
                .filter(one -> one.item().equals(item))
                .map(Recused::seat)
                .collect(Collectors.toSet());
    }

    /** The chair if there, else the first deputy who is. */
    static Optional<Attending> presiding(List<Attending> attending) {
        return attending.stream()
                .filter(member ->
                        member.seat().post() == Post.CHAIR || member.seat().post() == Post.DEPUTY_CHAIR)
                .filter(SittingReading::isThere)
                .findFirst();
    }

    private static boolean isThere(Attending member) {
        return member.presence() == Presence.PRESENT || member.presence() == Presence.IN_WRITING;
    }

    private static Quorum quorum(List<Attending> attending, Set<UUID> shut, Regulations rules) {
        var voters = attending.stream().filter(member -> member.seat().votes()).toList();
        var there = voters.stream().filter(SittingReading::isThere).toList();
        long recusedThere = there.stream()
                .filter(member -> shut.contains(member.seat().id()))
                .count();
        long recused = voters.stream()
                .filter(member -> shut.contains(member.seat().id()))
                .count();
        return Quorum.of(voters.size(), there.size(), (int) recusedThere, (int) (recused - recusedThere), rules);
    }

    /** For one item of an open sitting. @throws Problem {@code regulations-missing} */
    Quorum quorum(Kept sitting, UUID item) {
        return quorum(store.attending(sitting.id()), seats(store.recused(sitting.id()), item), rules(sitting));
    }

    private Regulations rules(Kept sitting) {
        return bodies.regulations(sitting.line().body(), sitting.line().heldOn())
                .orElseThrow(() -> new Problem(
                        CouncilProblem.REGULATIONS_MISSING, sitting.line().heldOn()));
    }

    /** Counts what was voted on an item when another motion is made: only a motion that is lost makes room for another. */
    void settleDecided(Kept sitting, UUID item) {
        var voters = store.attending(sitting.id()).stream()
                .filter(member -> member.seat().votes() && isThere(member))
                .map(member -> member.seat().id())
                .collect(Collectors.toSet());
        voters.removeAll(seats(store.recused(sitting.id()), item));
        var ballots = store.ballots(sitting.id());
        store.motions(sitting.id()).stream()
                .filter(moved -> moved.item().equals(item) && moved.outcome() == null)
                .filter(moved -> ballots.stream()
                                .filter(one -> one.motion().equals(moved.id()))
                                .count()
                        == voters.size())
                .forEach(moved -> settle(sitting, moved, ballots));
    }

    /** Counts all that was voted. */
    void settle(Kept sitting) {
        var ballots = store.ballots(sitting.id());
        store.motions(sitting.id()).stream()
                .filter(moved -> moved.outcome() == null)
                .forEach(moved -> settle(sitting, moved, ballots));
    }

    private void settle(Kept sitting, Moved moved, List<Ballot> all) {
        var rules = rules(sitting);
        var ballots =
                all.stream().filter(one -> one.motion().equals(moved.id())).toList();
        var chair = presiding(store.attending(sitting.id()))
                .map(member -> member.seat().id())
                .orElse(null);
        boolean chairFor =
                ballots.stream().anyMatch(one -> one.choice() == Choice.FOR && Objects.equals(one.seat(), chair));
        var tally = Tally.of(
                count(ballots, Choice.FOR),
                count(ballots, Choice.AGAINST),
                count(ballots, Choice.ABSTAINED),
                chairFor,
                rules);
        var outcome = !met(sitting, moved.item(), ballots, rules)
                ? Outcome.NO_QUORUM
                : tally.adopted() ? Outcome.ADOPTED : Outcome.REJECTED;
        store.settle(moved.id(), outcome, tally);
    }

    private static int count(List<Ballot> ballots, Choice choice) {
        return (int) ballots.stream().filter(one -> one.choice() == choice).count();
    }

    /** In a vote in writing those are there who sent their votes. */
    private boolean met(Kept sitting, UUID item, List<Ballot> ballots, Regulations rules) {
        if (sitting.line().form() == SittingForm.MEETING) {
            return quorum(sitting, item).met();
        }
        var voted = ballots.stream().map(Ballot::seat).collect(Collectors.toSet());
        var attending = store.attending(sitting.id()).stream()
                .map(member -> new Attending(
                        member.seat(), voted.contains(member.seat().id()) ? Presence.IN_WRITING : Presence.ABSENT))
                .toList();
        return quorum(attending, seats(store.recused(sitting.id()), item), rules)
                .met();
    }
}
