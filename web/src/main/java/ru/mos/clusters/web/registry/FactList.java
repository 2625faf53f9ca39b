package ru.mos.clusters.web.registry;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.registry.ManualFactView;
import ru.mos.clusters.registry.ManualFactView.State;
import ru.mos.clusters.registry.ManualFacts;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Texts;

/** Facts entered by hand: first of all those that wait for a second person. */
@Named
@RequestScoped
public class FactList {

    private static final String ALL = "ALL";

    @Inject
    private ManualFacts facts;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private LazyTable<ManualFactView> table;

    @PostConstruct
    void open() {
        var state = state();
        table = query.table(page -> facts.list(state, page), () -> facts.count(state));
    }

    private @Nullable State state() {
        return query.value("state").equals(ALL)
                ? null
                : query.choice("state", State.class).orElse(State.PENDING);
    }

    public LazyTable<ManualFactView> getTable() {
        return table;
    }

    /** With which colour and sign a state is shown. */
    public static String look(State state) {
        return switch (state) {
            case PENDING -> "manual";
            case IN_FORCE -> "met";
            case REFUSED -> "notmet";
            case SUPERSEDED -> "unknown";
        };
    }

    /** The same for pages. */
    public String lookOf(ManualFactView fact) {
        return look(fact.state());
    }

    /** States other than the one that needs somebody, and all. */
    public List<Map.Entry<String, String>> getStates() {
        var states = new ArrayList<>(RegistryWords.options(State.class));
        states.removeIf(state -> state.getKey().equals(State.PENDING.name()));
        states.add(Map.entry(ALL, texts.get("facts.all")));
        return states;
    }
}
