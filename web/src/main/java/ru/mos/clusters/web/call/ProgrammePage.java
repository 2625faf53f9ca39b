package ru.mos.clusters.web.call;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.programme.PlanProgramme;
import ru.mos.clusters.call.programme.ProgrammeAct;
import ru.mos.clusters.call.programme.ProgrammeView;
import ru.mos.clusters.call.programme.Programmes;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A programme with its plan, and the form of all it says but the plan. */
@Named
@RequestScoped
public class ProgrammePage {

    @EJB
    private Programmes programmes;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    @Inject
    private CallWords words;

    private @Nullable ProgrammeView programme;
    private long version;
    private @Nullable String code;
    private @Nullable String nameRu;
    private @Nullable String nameEn;
    private @Nullable Integer firstYear;
    private @Nullable Integer lastYear;
    private @Nullable LocalDate firstAwardOn;
    private List<String> acts = new ArrayList<>();

    @PostConstruct
    void open() {
        if (!query.value("code").isEmpty()) {
            var found = programmes.programme(query.value("code"));
            programme = found;
            version = found.version();
            code = found.code();
            nameRu = found.nameRu();
            nameEn = found.nameEn();
            firstYear = found.firstYear();
            lastYear = found.lastYear();
            firstAwardOn = found.firstAwardOn();
            found.acts().forEach(act -> acts.add(CallWords.key(act.act(), act.edition())));
        }
    }

    public @Nullable ProgrammeView getProgramme() {
        return programme;
    }

    /** The version that the form is made from, and which it brings back; 0 where a programme is entered. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public boolean isWriter() {
        return caller.hasRole(Role.DEPARTMENT);
    }

    /** Keeps what is typed: a new programme, still without measures, or the one that was opened, with those it has. */
    public String save() {
        var command = new PlanProgramme(
                String.valueOf(code).strip(),
                String.valueOf(nameRu),
                String.valueOf(nameEn),
                required(firstYear, "firstYear"),
                required(lastYear, "lastYear"),
                required(firstAwardOn, "firstAwardOn"),
                acts.stream().map(ProgrammePage::act).toList(),
                programme == null ? List.of() : programme.measures());
        var kept = programme == null ? programmes.enter(command) : programmes.change(command, version);
        Messages.info("programme.saved");
        return Redirect.to("/programme/card.xhtml", "code", kept.code());
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new Problem(PlatformProblem.FIELD_REQUIRED, name).at("/" + name);
        }
        return value;
    }

    private static ProgrammeAct act(String chosen) {
        var parts = chosen.split("\\|", 2);
        return new ProgrammeAct(parts[0], parts.length < 2 || parts[1].isEmpty() ? null : LocalDate.parse(parts[1]));
    }

    /** Editions of acts to choose from. */
    public List<java.util.Map.Entry<String, String>> getEditions() {
        return words.editions(firstAwardOn);
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getNameRu() {
        return nameRu;
    }

    public void setNameRu(@Nullable String nameRu) {
        this.nameRu = nameRu;
    }

    public @Nullable String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = nameEn;
    }

    public @Nullable Integer getFirstYear() {
        return firstYear;
    }

    public void setFirstYear(@Nullable Integer firstYear) {
        this.firstYear = firstYear;
    }

    public @Nullable Integer getLastYear() {
        return lastYear;
    }

    public void setLastYear(@Nullable Integer lastYear) {
        this.lastYear = lastYear;
    }

    public @Nullable LocalDate getFirstAwardOn() {
        return firstAwardOn;
    }

    public void setFirstAwardOn(@Nullable LocalDate firstAwardOn) {
        this.firstAwardOn = firstAwardOn;
    }

    public List<String> getActs() {
        return acts;
    }

    public void setActs(List<String> acts) {
        this.acts = acts;
    }
}
