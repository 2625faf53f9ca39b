package ru.mos.clusters.web.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.ChangeView;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.eligibility.Wording;
import ru.mos.clusters.eligibility.rule.PartRef;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Texts;

/** What was changed about the cluster: who, when, what was before and what is after. */
@Named("clusterHistory")
@RequestScoped
public class HistoryTab {

    private static final int MOST_LINES = 12;
    private static final int STRETCH = 500;

    @EJB
    private Clusters clusters;

    @Inject
    private AskedCluster asked;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private @Nullable LazyTable<ChangeView> changes;

    /** One thing that is otherwise; an empty text where there was or is nothing. */
    public record Line(String label, String before, String after) {}

    public LazyTable<ChangeView> getChanges() {
        if (changes == null) {
            var cluster = asked.id();
            changes = query.table(page -> clusters.history(cluster, page), () -> count());
        }
        return changes;
    }

    /** Counted stretch by stretch: a cluster's changes are hundreds, and counted only beyond the first page. */
    private long count() {
        long count = 0;
        var page = PageRequest.first(STRETCH);
        while (true) {
            var slice = clusters.history(asked.id(), page);
            count += slice.items().size();
            if (slice.next() == null) {
                return count;
            }
            page = new PageRequest(STRETCH, slice.next());
        }
    }

    /** What was done, in words. */
    public String action(ChangeView change) {
        return texts.orElse("action." + change.action(), change.action());
    }

    /** What is otherwise after the change, field by field. */
    public List<Line> lines(ChangeView change) {
        var before = leaves(change.before());
        var after = leaves(change.after());
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> new Line(label(name), before.getOrDefault(name, ""), after.getOrDefault(name, "")))
                .filter(line -> !line.before().equals(line.after()))
                .limit(MOST_LINES)
                .toList();
    }

    private String label(String name) {
        return texts.orElse("field." + name, name);
    }

    private Map<String, String> leaves(@Nullable JsonNode json) {
        var leaves = new LinkedHashMap<String, String>();
        collect("", json == null ? MissingNode.getInstance() : json, leaves);
        return leaves;
    }

    private void collect(String name, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (!field.getKey().equals("cluster")) {
                    collect(field.getKey(), field.getValue(), leaves);
                }
            });
        } else if (node.isArray() && node.size() > 0 && node.get(0).isContainerNode()) {
            node.forEach(item -> collect(name, item, leaves));
        } else if (node.isArray()) {
            leaves.put(
                    name,
                    StreamSupport.stream(node.spliterator(), false)
                            .map(item -> word(name, item))
                            .collect(Collectors.joining(", ")));
        } else if (node.isValueNode() && !node.isNull()) {
            leaves.put(name, word(name, node));
        }
    }

    private String word(String name, JsonNode value) {
        if (value.isBoolean()) {
            return Functions.show(value.asBoolean());
        }
        var text = value.asText();
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Functions.show(LocalDate.parse(text));
        }
        if (name.equals("part")) {
            return PartRef.parse(text)
                    .map(part -> Wording.in(Language.current()).of(part.code()))
                    .orElse(text);
        }
        for (var type : enums(name)) {
            var word = texts.orElse(type + "." + text, "");
            if (!word.isEmpty()) {
                return word;
            }
        }
        return text;
    }

    private static List<String> enums(String name) {
        return switch (name) {
            case "roles" -> List.of("ParticipantRole");
            case "legalForm" -> List.of("LegalForm");
            case "kind" -> List.of("DocumentKind");
            case "outcome", "findings" -> List.of("Eligibility", "Outcome");
            default -> List.of();
        };
    }
}
