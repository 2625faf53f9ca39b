package ru.mos.clusters.web.council;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.Bodies;
import ru.mos.clusters.call.council.CouncilProblem;
import ru.mos.clusters.call.council.Presence;
import ru.mos.clusters.call.council.ProtocolView;
import ru.mos.clusters.call.council.Protocols;
import ru.mos.clusters.call.council.Regulations;
import ru.mos.clusters.call.council.SittingAction;
import ru.mos.clusters.call.council.SittingForm;
import ru.mos.clusters.call.council.SittingState;
import ru.mos.clusters.call.council.SittingView;
import ru.mos.clusters.call.council.SittingView.Item;
import ru.mos.clusters.call.council.SittingView.Member;
import ru.mos.clusters.call.council.Sittings;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** A sitting: who is there, whether they are enough, what is on the agenda, and what may be done next. */
@Named
@RequestScoped
public class SittingPage {

    @EJB
    private Sittings sittings;

    @EJB
    private Bodies bodies;

    @EJB
    private Protocols protocols;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Caller caller;

    private SittingView sitting;
    private List<Attendance> attendance;
    private @Nullable Regulations rules;
    private @Nullable ProtocolView protocol;
    private @Nullable LocalDate heldOn;
    private @Nullable String place;
    private @Nullable String annexes;
    private @Nullable String reason;
    private @Nullable String version;

    @PostConstruct
    void open() {
        sitting = sittings.view(Ids.of(query.value("id"), CouncilProblem.SITTING_UNKNOWN));
        attendance = sitting.members().stream()
                .map(member -> new Attendance(member, member.seat().equals(sitting.presiding())))
                .toList();
        rules = bodies.view(sitting.body(), sitting.heldOn()).regulations();
        heldOn = sitting.heldOn();
        place = sitting.place();
        version = Long.toString(sitting.version());
    }

    public SittingView getSitting() {
        return sitting;
    }

    /** By which it votes; null where none hold on the day. */
    public @Nullable Regulations getRules() {
        return rules;
    }

    public List<Attendance> getAttendance() {
        return attendance;
    }

    /** Whether the sitting as a whole has a quorum or not: where all vote in writing, each application has its own. */
    public boolean isCounted() {
        return sitting.quorum() != null
                && sitting.form() == SittingForm.MEETING
                && (sitting.state() == SittingState.OPEN || sitting.state() == SittingState.CLOSED);
    }

    private boolean may(SittingAction action) {
        return sitting.actions().contains(action);
    }

    public boolean isEditable() {
        return may(SittingAction.EDIT);
    }

    public boolean isOpenable() {
        return may(SittingAction.OPEN) && getMissing().isEmpty();
    }

    public boolean isClosable() {
        return may(SittingAction.CLOSE);
    }

    public boolean isAttendable() {
        return may(SittingAction.ATTEND);
    }

    public boolean isReopenable() {
        return may(SittingAction.REOPEN)
                && (getProtocol() == null || getProtocol().number() == null);
    }

    public boolean isCancellable() {
        return may(SittingAction.CANCEL);
    }

    /** Whether its protocol can be drawn up now. */
    public boolean isWritable() {
        return sitting.state() == SittingState.CLOSED
                && sitting.protocol() == null
                && (caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.GCKR));
    }

    /** Its protocol; null while none is drawn up. */
    public @Nullable ProtocolView getProtocol() {
        var id = sitting.protocol();
        if (protocol == null && id != null) {
            protocol = protocols.view(id);
        }
        return protocol;
    }

    /** How members can take part: in writing only where the regulations or the form let them. */
    public List<Map.Entry<String, String>> getPresences() {
        boolean writing = sitting.form() == SittingForm.IN_ABSENTIA || (rules != null && rules.inAbsentia());
        return CouncilWords.options(Stream.of(Presence.values())
                .filter(one -> writing || one != Presence.IN_WRITING)
                .toList());
    }

    /** What is missing for the next step, in words. */
    public List<String> getMissing() {
        var missing = new ArrayList<String>();
        if (sitting.state() == SittingState.PLANNED && sitting.items().isEmpty()) {
            missing.add(texts.get("council.lacksAgenda"));
        } else if (sitting.state() == SittingState.OPEN) {
            add(missing, "council.lacksPresence", unnoted());
            add(missing, "council.lacksMotions", unmoved());
            add(missing, "council.lacksVotes", unvoted());
        }
        return missing;
    }

    private void add(List<String> missing, String key, long count) {
        if (count > 0) {
            missing.add(texts.with(key, count));
        }
    }

    private long unnoted() {
        return sitting.members().stream()
                .filter(member -> member.presence() == null)
                .count();
    }

    private long unmoved() {
        return sitting.items().stream().filter(item -> item.motions().isEmpty()).count();
    }

    private long unvoted() {
        return sitting.items().stream()
                .flatMap(item -> item.motions().stream()
                        .filter(moved -> moved.outcome() == null)
                        .map(moved ->
                                voters(sitting, item).size() - moved.ballots().size()))
                .mapToLong(left -> Math.max(0, left))
                .sum();
    }

    /** Who may vote on an application: who has a vote, takes part and is not recused. */
    static List<Member> voters(SittingView sitting, Item item) {
        return sitting.members().stream()
                .filter(Member::votes)
                .filter(member -> member.presence() == Presence.PRESENT || member.presence() == Presence.IN_WRITING)
                .filter(member -> item.recused().stream()
                        .noneMatch(recused -> recused.seat().equals(member.seat())))
                .toList();
    }

    /** Keeps what was chosen of every member whose line says something new. */
    public String note() {
        var noted = new LinkedHashMap<UUID, Presence>();
        attendance.stream()
                .filter(Attendance::isOther)
                .forEach(one ->
                        noted.put(one.getMember().seat(), Presence.valueOf(Objects.requireNonNull(one.getPresence()))));
        sittings.attend(sitting.id(), noted);
        return after("council.noted");
    }

    /** Moves it to another day or place. */
    public String reschedule() {
        sittings.edit(
                sitting.id(),
                Long.parseLong(String.valueOf(version)),
                Objects.requireNonNull(heldOn),
                String.valueOf(place));
        return after("council.moved");
    }

    public String begin() {
        sittings.open(sitting.id());
        return after("council.opened");
    }

    public String finish() {
        sittings.close(sitting.id());
        return after("council.closed");
    }

    public String resume() {
        sittings.reopen(sitting.id());
        return after("council.reopened");
    }

    public String callOff() {
        sittings.cancel(sitting.id(), String.valueOf(reason));
        return after("council.cancelled");
    }

    /** Draws up the protocol and opens it. */
    public String draw() {
        var drawn = protocols.drawUp(sitting.id(), lines(annexes));
        Messages.info("council.drawn");
        return Redirect.to("/council/protocol.xhtml", "id", drawn.id());
    }

    /** One annex a line. */
    static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines().filter(line -> !line.isBlank()).toList();
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/council/sitting.xhtml", "id", sitting.id());
    }

    /** The day in words, for the title. */
    public String getDay() {
        return Functions.show(sitting.heldOn());
    }

    public @Nullable LocalDate getHeldOn() {
        return heldOn;
    }

    public void setHeldOn(@Nullable LocalDate heldOn) {
        this.heldOn = heldOn;
    }

    public @Nullable String getPlace() {
        return place;
    }

    public void setPlace(@Nullable String place) {
        this.place = place;
    }

    public @Nullable String getAnnexes() {
        return annexes;
    }

    public void setAnnexes(@Nullable String annexes) {
        this.annexes = annexes;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getVersion() {
        return version;
    }

    public void setVersion(@Nullable String version) {
        this.version = version;
    }
}
