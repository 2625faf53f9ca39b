package ru.mos.clusters.web.expertise;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.assessment.AssignmentFilter;
import ru.mos.clusters.call.assessment.AssignmentState;
import ru.mos.clusters.call.assessment.AssignmentView;
import ru.mos.clusters.call.assessment.Assignments;
import ru.mos.clusters.call.assessment.ExpertPool;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Assignments, the latest first: an expert's workplace, and for those who organise all of them. */
@Named
@RequestScoped
public class ExpertiseList {

    @EJB
    private Assignments assignments;

    @EJB
    private ExpertPool pool;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private LazyTable<AssignmentView> table;
    private @Nullable String enterprises;
    private @Nullable String relatives;

    @PostConstruct
    void open() {
        var filter = new AssignmentFilter(
                null,
                null,
                query.text("expert").orElse(null),
                query.choice("state", AssignmentState.class).orElse(null));
        table = query.table(page -> assignments.list(filter, page), () -> assignments.count(filter));
    }

    public LazyTable<AssignmentView> getTable() {
        return table;
    }

    public List<Map.Entry<String, String>> getStates() {
        return Stream.of(AssignmentState.values())
                .map(state -> Map.entry(state.name(), Functions.show(state)))
                .toList();
    }

    /** With which colour and sign a state is shown. */
    public String look(AssignmentState state) {
        return switch (state) {
            case SCORED -> "met";
            case INVITED -> "manual";
            case ACCEPTED -> "unknown";
            case STOPPED -> "unmet";
            case DECLINED, REPLACED, WITHDRAWN -> "off";
        };
    }

    public boolean isExpert() {
        return caller.hasRole(Role.EXPERT);
    }

    /** Says which enterprises are one's own and who one's relatives are. */
    public String declare() {
        pool.declareTies(inns(enterprises), inns(relatives));
        Messages.info("expertise.tiesDeclared");
        return Redirect.to("/expertise/list.xhtml");
    }

    private static java.util.Set<Inn> inns(@Nullable String text) {
        return Stream.of((text == null ? "" : text).split("[\\s,;]+"))
                .filter(digits -> !digits.isEmpty())
                .map(Inn::new)
                .collect(java.util.stream.Collectors.toSet());
    }

    public @Nullable String getEnterprises() {
        return enterprises;
    }

    public void setEnterprises(@Nullable String enterprises) {
        this.enterprises = enterprises;
    }

    public @Nullable String getRelatives() {
        return relatives;
    }

    public void setRelatives(@Nullable String relatives) {
        this.relatives = relatives;
    }
}
