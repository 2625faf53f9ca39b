package ru.mos.clusters.call.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a round says otherwise than the one before.
 *
 * @param pointer JSON pointer into the answers, or into the project under {@code /content}
 * @param before null: there was nothing
 * @param after null: there is nothing any more
 */
public record AnswerChange(
        String pointer, @Nullable String before, @Nullable String after) implements Serializable {

    /** All that is otherwise, in the order of the answers. */
    static List<AnswerChange> between(JsonNode before, JsonNode after, String root) {
        var was = new LinkedHashMap<String, String>();
        var is = new LinkedHashMap<String, String>();
        flatten(root, before, was);
        flatten(root, after, is);
        var pointers = new LinkedHashMap<>(was);
        is.forEach(pointers::putIfAbsent);
        var changes = new ArrayList<AnswerChange>();
        for (var pointer : pointers.keySet()) {
            if (!Objects.equals(was.get(pointer), is.get(pointer))) {
                changes.add(new AnswerChange(pointer, was.get(pointer), is.get(pointer)));
            }
        }
        return List.copyOf(changes);
    }

    private static void flatten(String pointer, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(entry -> flatten(pointer + "/" + entry.getKey(), entry.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(pointer + "/" + i, node.get(i), into);
            }
        } else if (!node.isNull()) {
            into.put(pointer, node.isNumber() ? node.decimalValue().toPlainString() : node.asText());
        }
    }
}
