package ru.mos.clusters.web.eligibility;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.ActCard;
import ru.mos.clusters.eligibility.ActView;
import ru.mos.clusters.eligibility.Acts;
import ru.mos.clusters.eligibility.AddEdition;
import ru.mos.clusters.eligibility.RepealAct;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;

/** One act with its editions; the department adds an edition or a repeal. */
@Named
@RequestScoped
public class ActPage {

    private static final int MOST_ACTS = 500;

    @Inject
    private Acts acts;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    private ActCard card;
    private LocalDate day;
    private @Nullable List<Map.Entry<String, String>> others;
    private @Nullable LocalDate edition;
    private @Nullable String byAct;
    private @Nullable LocalDate from;
    private @Nullable String note;
    private @Nullable LocalDate repealedFrom;
    private @Nullable String repealedBy;

    @PostConstruct
    void open() {
        day = query.asOf(time.today());
        card = acts.card(query.value("code"), day);
    }

    public ActCard getCard() {
        return card;
    }

    public ActView getAct() {
        return card.act();
    }

    public LocalDate getDay() {
        return day;
    }

    /** The editions on a scale of years. */
    public EditionsPicture getPicture() {
        return EditionsPicture.of(card.editions(), day, texts);
    }

    /** In which edition it stands on the day, since when. */
    public String getSays() {
        var act = card.act();
        if (act.since() == null) {
            return texts.get("act.says." + act.standing());
        }
        return act.edition() == null
                ? texts.with("acts.since", act.since())
                : texts.with("act.inEdition", act.edition(), act.since());
    }

    /** From its first day to its last. */
    public String period(ActCard.Edition row) {
        if (row.from() == null) {
            return texts.get("act.always");
        }
        return texts.with(row.to() == null ? "documents.fromOn" : "documents.period", row.from(), row.to());
    }

    /** The numbers of the conditions. */
    public String conditions(ActCard.Citing row) {
        return row.rules().stream().map(rule -> rule.substring(1)).collect(Collectors.joining(", "));
    }

    /** Whether the person enters editions and repeals. */
    public boolean isChanging() {
        return caller.hasRole(Role.DEPARTMENT);
    }

    /** Other acts, to choose the amending one from. */
    public List<Map.Entry<String, String>> getOthers() {
        if (others == null) {
            others = acts.list(null, null, null, PageRequest.first(MOST_ACTS)).items().stream()
                    .filter(other -> !other.code().equals(card.act().code()))
                    .map(other -> Map.entry(other.code(), other.title()))
                    .toList();
        }
        return others;
    }

    public String addEdition() {
        acts.addEdition(new AddEdition(
                card.act().code(),
                requireNonNull(edition),
                blank(byAct),
                requireNonNull(from),
                note == null ? "" : note));
        return after("act.editionAdded");
    }

    public String repeal() {
        acts.repeal(new RepealAct(card.act().code(), requireNonNull(repealedFrom), blank(repealedBy), ""));
        return after("act.repealAdded");
    }

    private static @Nullable String blank(@Nullable String code) {
        return code == null || code.isBlank() ? null : code;
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/rules/act.xhtml", "code", card.act().code());
    }

    public @Nullable LocalDate getEdition() {
        return edition;
    }

    public void setEdition(@Nullable LocalDate edition) {
        this.edition = edition;
    }

    public @Nullable String getByAct() {
        return byAct;
    }

    public void setByAct(@Nullable String byAct) {
        this.byAct = byAct;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable LocalDate getRepealedFrom() {
        return repealedFrom;
    }

    public void setRepealedFrom(@Nullable LocalDate repealedFrom) {
        this.repealedFrom = repealedFrom;
    }

    public @Nullable String getRepealedBy() {
        return repealedBy;
    }

    public void setRepealedBy(@Nullable String repealedBy) {
        this.repealedBy = repealedBy;
    }
}
