package ru.mos.clusters.generator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code --name value} pairs. */
record Options(Map<String, String> values) {

    /** @throws IllegalArgumentException on a name nobody knows or a name without a value */
    static Options of(List<String> arguments, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        for (int at = 0; at < arguments.size(); at += 2) {
            String name = arguments.get(at);
            if (!name.startsWith("--") || !known.contains(name.substring(2))) {
                throw new IllegalArgumentException("No such option: " + name);
            }
            if (at + 1 == arguments.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            values.put(name.substring(2), arguments.get(at + 1));
        }
        return new Options(values);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        String value = values.get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException not) {
            throw new IllegalArgumentException("--" + name + " takes a whole number, not " + value, not);
        }
    }
}
