package ru.mos.clusters.web.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Before and after of a change, field by field; fields that stayed as they were are left out. */
final class Difference {

    private Difference() {}

    /**
     * One field of the change.
     *
     * @param path the way to the field, names joined by dots
     * @param before null: there was none
     * @param after null: there is none
     */
    record Field(
            String path, @Nullable String before, @Nullable String after) {}

    static List<Field> of(@Nullable JsonNode before, @Nullable JsonNode after) {
        var was = new LinkedHashMap<String, String>();
        var is = new LinkedHashMap<String, String>();
        flatten("", before, was);
        flatten("", after, is);
        var paths = new LinkedHashMap<>(was);
        is.forEach(paths::putIfAbsent);
        var fields = new ArrayList<Field>();
        for (var path : paths.keySet()) {
            if (!Objects.equals(was.get(path), is.get(path))) {
                fields.add(new Field(path, was.get(path), is.get(path)));
            }
        }
        return fields;
    }

    private static void flatten(String path, @Nullable JsonNode node, Map<String, String> into) {
        if (node == null || node.isNull()) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), into));
        } else if (node.isArray() && simple(node)) {
            var values = new ArrayList<String>();
            node.forEach(value -> values.add(value.asText()));
            into.put(path, String.join(", ", values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + (i + 1) + "]", node.get(i), into);
            }
        } else {
            into.put(path, node.asText());
        }
    }

    private static boolean simple(JsonNode array) {
        for (var value : array) {
            if (value.isContainerNode()) {
                return false;
            }
        }
        return true;
    }
}
