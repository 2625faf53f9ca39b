package ru.mos.clusters.web.cluster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.DateConverter;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.ListQuery;

/**
 * What the address of a cluster's page asks for: which cluster, by id or by code, on which date, as known when, by which
 * rules. Links from one page of a cluster to another keep all of it.
 */
@Named("asked")
@RequestScoped
public class AskedCluster {

    private static final String CARD = "/cluster/card.xhtml";

    @Inject
    private Clusters clusters;

    @Inject
    private ListQuery query;

    private @Nullable UUID id;

    /** @throws ru.mos.clusters.platform.Problem {@code cluster-unknown} */
    public UUID id() {
        if (id == null) {
            id = clusters.resolve(query.value("id"));
        }
        return id;
    }

    /** Null: today. */
    public @Nullable LocalDate asOf() {
        return query.date("asOf").orElse(null);
    }

    /** Null: now. A date means its end in Moscow; a kept verdict asks for the very instant. */
    public @Nullable Instant knownOn() {
        return query.read("knownOn", AskedCluster::instant).orElse(null);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException day) {
            return Time.endOf(DateConverter.parse(text));
        }
    }

    /** Null: the rules of the day. */
    public @Nullable String ruleSet() {
        return query.text("ruleSet").orElse(null);
    }

    /** Whether the page shows the cluster of today as known now. */
    public boolean isNow() {
        return asOf() == null && knownOn() == null && ruleSet() == null;
    }

    /** The address of a tab of the card. */
    public String tab(String tab) {
        return card(tab.equals("verdict") ? Map.of() : Map.of("tab", tab));
    }

    /** The address of the card on another date and as known at another instant. */
    public String replay(LocalDate asOf, Instant knownOn, String ruleSet) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("id", query.value("id"));
        parameters.put("asOf", asOf.toString());
        parameters.put("knownOn", knownOn.toString());
        parameters.put("ruleSet", ruleSet);
        return CARD + "?" + written(parameters);
    }

    /** The address of a tab of the card on another date. */
    public String on(LocalDate day, String tab) {
        return card(
                tab.equals("verdict") ? Map.of("asOf", day.toString()) : Map.of("asOf", day.toString(), "tab", tab));
    }

    private String card(Map<String, String> more) {
        return CARD + "?" + written(kept(more));
    }

    /** The address of another page of this cluster. */
    public String page(String page) {
        return "/cluster/" + page + ".xhtml?" + written(kept(Map.of()));
    }

    /** The same, about one thing of it. */
    public String page(String page, String name, Object value) {
        return "/cluster/" + page + ".xhtml?" + written(kept(Map.of(name, value.toString())));
    }

    private Map<String, String> kept(Map<String, String> more) {
        var parameters = new LinkedHashMap<String, String>();
        for (var name : new String[] {"id", "asOf", "knownOn", "ruleSet"}) {
            query.text(name).ifPresent(value -> parameters.put(name, value));
        }
        parameters.putAll(more);
        return parameters;
    }

    /** Where an action leads: a tab of the card, by a request of its own. */
    public String outcome(String tab) {
        return tab(tab) + "&faces-redirect=true";
    }

    private static String written(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + Functions.encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }
}
