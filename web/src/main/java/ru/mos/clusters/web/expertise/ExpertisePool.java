package ru.mos.clusters.web.expertise;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.assessment.EnterExpert;
import ru.mos.clusters.call.assessment.ExpertFilter;
import ru.mos.clusters.call.assessment.ExpertPool;
import ru.mos.clusters.call.assessment.ExpertView;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.project.ProjectDirection;
import ru.mos.clusters.web.cluster.SectorNames;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The pool of experts, and the form by which somebody is taken in. */
@Named
@RequestScoped
public class ExpertisePool {

    private static final Set<String> DIRECTIONS =
            Arrays.stream(ProjectDirection.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    @EJB
    private ExpertPool pool;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    @Inject
    private SectorNames sectors;

    private LazyTable<ExpertView> table;
    private @Nullable ExpertView changed;
    private @Nullable Long seen;
    private @Nullable String login;
    private @Nullable Inn inn;
    private @Nullable Inn employer;
    private @Nullable String employerName;
    private List<String> fields = new ArrayList<>();
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    @PostConstruct
    void open() {
        var filter = new ExpertFilter(query.text("field").orElse(null), null);
        table = query.table(page -> pool.list(filter, page), () -> pool.count(filter));
        if (isWriter() && query.text("login").isPresent()) {
            changed = pool.expert(query.value("login"));
            inn = changed.inn();
            employer = changed.employer();
            employerName = changed.employerName();
            fields = new ArrayList<>(changed.fields());
            from = changed.from();
            to = changed.to();
        }
    }

    public LazyTable<ExpertView> getTable() {
        return table;
    }

    public boolean isWriter() {
        return caller.hasRole(Role.DEPARTMENT) || caller.hasRole(Role.GCKR);
    }

    public List<ExpertPool.Candidate> getCandidates() {
        return pool.candidates();
    }

    public List<Map.Entry<String, String>> getChoices() {
        return pool.fields().stream()
                .map(field -> Map.entry(field, named(field)))
                .toList();
    }

    /** Fields of knowledge as people read them: directions of projects and sectors. */
    public String names(List<String> fields) {
        return fields.stream().map(this::named).collect(Collectors.joining(", "));
    }

    private String named(String field) {
        return DIRECTIONS.contains(field) ? Functions.show(ProjectDirection.valueOf(field)) : sectors.of(field);
    }

    public String enter() {
        pool.enter(String.valueOf(login), said());
        Messages.info("expertise.entered");
        return Redirect.to("/expertise/pool.xhtml");
    }

    /** Whose entry is changed; null while somebody new is entered. */
    public @Nullable ExpertView getChanged() {
        return changed;
    }

    /** Says anew what the pool keeps of the chosen expert. */
    public String change() {
        pool.change(Objects.requireNonNull(changed).login(), Objects.requireNonNull(seen), said());
        Messages.info("expertise.changed");
        return Redirect.to("/expertise/pool.xhtml");
    }

    private EnterExpert said() {
        return new EnterExpert(inn, employer, employerName, fields, Objects.requireNonNull(from), to);
    }

    /** The version of the entry that the form is made from. */
    public @Nullable Long getVersion() {
        return changed == null ? null : changed.version();
    }

    public void setVersion(@Nullable Long version) {
        seen = version;
    }

    public @Nullable String getLogin() {
        return login;
    }

    public void setLogin(@Nullable String login) {
        this.login = login;
    }

    public @Nullable Inn getInn() {
        return inn;
    }

    public void setInn(@Nullable Inn inn) {
        this.inn = inn;
    }

    public @Nullable Inn getEmployer() {
        return employer;
    }

    public void setEmployer(@Nullable Inn employer) {
        this.employer = employer;
    }

    public @Nullable String getEmployerName() {
        return employerName;
    }

    public void setEmployerName(@Nullable String employerName) {
        this.employerName = employerName;
    }

    public List<String> getFields() {
        return fields;
    }

    public void setFields(List<String> fields) {
        this.fields = fields;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }
}
