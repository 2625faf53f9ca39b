package ru.mos.clusters.registry.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.intake.HardenedXml;

/** A repeated part of a document (licences, products, …) on its way to a JSON array, in an order of its own. */
final class Items {

    private final List<String> attributes;
    private final List<String> members;
    private final List<String> items = new ArrayList<>();
    private final Map<String, List<String>> lists = new TreeMap<>();
    private @Nullable StringBuilder open;

    /** @param names pairs of the tax service's attribute and our member */
    Items(List<Map.Entry<String, String>> names) {
        attributes = names.stream().map(Map.Entry::getKey).toList();
        members = names.stream().map(Map.Entry::getValue).toList();
    }

    void clear() {
        items.clear();
        lists.clear();
        open = null;
    }

    /** Begins an item with the attributes of the element. */
    void begin(HardenedXml xml, Remarks remarks) {
        var values = new String[members.size()];
        for (int i = 0; i < xml.attributes(); i++) {
            int at = attributes.indexOf(xml.attributeName(i));
            if (at < 0) {
                remarks.unknownAttribute(xml.name(), xml.attributeName(i));
            } else {
                values[at] = remarks.cut(attributes.get(at), xml.attribute(i));
            }
        }
        var json = new StringBuilder("{");
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                quoted(name(json, members.get(i)), isoDate(values[i]));
            }
        }
        open = json;
    }

    /** One more value of a member of the item begun that may have many. */
    void add(String member, String value) {
        if (open != null && !value.isBlank()) {
            lists.computeIfAbsent(member, first -> new ArrayList<>()).add(value);
        }
    }

    void end() {
        if (open != null) {
            for (var list : lists.entrySet()) {
                name(open, list.getKey()).append('[');
                for (int i = 0; i < list.getValue().size(); i++) {
                    quoted(i == 0 ? open : open.append(','), list.getValue().get(i));
                }
                open.append(']');
            }
            items.add(open.append('}').toString());
            lists.clear();
            open = null;
        }
    }

    /** Null if there are none. */
    @Nullable
    String json() {
        if (items.isEmpty()) {
            return null;
        }
        items.sort(null);
        return "[" + String.join(",", items) + "]";
    }

    private static String isoDate(String value) {
        return value.length() == 10 && value.charAt(2) == '.' && value.charAt(5) == '.'
                ? value.substring(6) + "-" + value.substring(3, 5) + "-" + value.substring(0, 2)
                : value;
    }

    private static StringBuilder name(StringBuilder json, String name) {
        return json.append(json.length() > 1 ? ",\"" : "\"").append(name).append("\":");
    }

    private static void quoted(StringBuilder json, String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
