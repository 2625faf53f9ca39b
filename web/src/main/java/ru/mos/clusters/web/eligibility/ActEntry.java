package ru.mos.clusters.web.eligibility;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.ActView;
import ru.mos.clusters.eligibility.Acts;
import ru.mos.clusters.eligibility.AddAct;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Enters an act. */
@Named
@RequestScoped
public class ActEntry {

    @Inject
    private Acts acts;

    private @Nullable String code;
    private @Nullable String kind = ActView.ActKind.CITY_DECREE.name();
    private @Nullable String number;
    private @Nullable LocalDate adoptedOn;
    private @Nullable String title;
    private @Nullable String subject;
    private @Nullable String source;
    private @Nullable String note;
    private @Nullable String draft = "NO";
    private @Nullable LocalDate from;

    /** Kinds to choose from. */
    public List<Map.Entry<String, String>> getKinds() {
        return Arrays.stream(ActView.ActKind.values())
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }

    public String enter() {
        var card = acts.add(new AddAct(
                requireNonNull(code),
                ActView.ActKind.valueOf(requireNonNull(kind)),
                number,
                requireNonNull(adoptedOn),
                requireNonNull(title),
                requireNonNull(subject),
                requireNonNull(source),
                note == null ? "" : note,
                "YES".equals(draft),
                from));
        Messages.info("acts.entered");
        return Redirect.to("/rules/act.xhtml", "code", card.act().code());
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable LocalDate getAdoptedOn() {
        return adoptedOn;
    }

    public void setAdoptedOn(@Nullable LocalDate adoptedOn) {
        this.adoptedOn = adoptedOn;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable String getDraft() {
        return draft;
    }

    public void setDraft(@Nullable String draft) {
        this.draft = draft;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }
}
