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
import ru.mos.clusters.call.council.CouncilProblem;
import ru.mos.clusters.call.council.SittingView;
import ru.mos.clusters.call.council.Sittings;
import ru.mos.clusters.call.council.WaitingApplication;
import ru.mos.clusters.web.shell.Ids;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** Applications that wait for a place on the agenda of a sitting, by their place in the ranking. */
@Named
@RequestScoped
public class SittingAgenda {

    @EJB
    private Sittings sittings;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private SittingView sitting;
    private List<WaitingApplication> waiting;
    private List<String> chosen = new ArrayList<>();

    @PostConstruct
    void open() {
        var id = Ids.of(query.value("id"), CouncilProblem.SITTING_UNKNOWN);
        sitting = sittings.view(id);
        waiting = sittings.waiting(id);
    }

    public SittingView getSitting() {
        return sitting;
    }

    public List<WaitingApplication> getWaiting() {
        return waiting;
    }

    /** What waits, in words. */
    public List<Map.Entry<String, String>> getChoices() {
        return waiting.stream()
                .map(one -> Map.entry(one.application().toString(), words(one)))
                .toList();
    }

    private String words(WaitingApplication one) {
        return texts.with(
                one.rank() == null ? "council.waits" : "council.waitsRanked",
                one.number(),
                one.applicantName(),
                one.title(),
                one.rank(),
                one.score());
    }

    /** Puts all on the agenda. */
    public String addAll() {
        return added(List.of());
    }

    /** Puts the ticked ones on the agenda; without any says what to do. */
    public String addChosen() {
        if (chosen.isEmpty()) {
            Messages.error(texts.get("council.chooseOne"));
            return "";
        }
        return added(chosen.stream().map(UUID::fromString).toList());
    }

    private String added(List<UUID> applications) {
        sittings.addItems(sitting.id(), applications);
        Messages.info("council.added");
        return Redirect.to("/council/sitting.xhtml", "id", sitting.id());
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = chosen;
    }
}
