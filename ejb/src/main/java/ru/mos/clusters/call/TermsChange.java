package ru.mos.clusters.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Json;

/**
 * One thing that an amendment makes otherwise.
 *
 * @param pointer JSON pointer into the terms
 * @param before null: there was nothing
 * @param after null: there is nothing any more
 */
public record TermsChange(
        String pointer, @Nullable String before, @Nullable String after) {

    /** All that is otherwise, in the order of the terms. */
    static List<TermsChange> between(CallTerms before, CallTerms after) {
        var was = new LinkedHashMap<String, String>();
        var is = new LinkedHashMap<String, String>();
        flatten("", Json.mapper().valueToTree(before), was);
        flatten("", Json.mapper().valueToTree(after), is);
        var pointers = new LinkedHashMap<>(was);
        is.forEach(pointers::putIfAbsent);
        var changes = new ArrayList<TermsChange>();
        for (var pointer : pointers.keySet()) {
            if (!Objects.equals(was.get(pointer), is.get(pointer))) {
                changes.add(new TermsChange(pointer, was.get(pointer), is.get(pointer)));
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
            // a tree of numbers forgets the zeros of 1250000.00 and would say 1.25E+6
            into.put(pointer, node.isNumber() ? node.decimalValue().toPlainString() : node.asText());
        }
    }
}
