package ru.mos.clusters.opendata;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in the files of a publication. Every place that looks like a person is kept; of faults the first thousand. */
final class Findings {

    private static final int MOST_FAULTS = 1000;
    private static final int LONGEST_EXCERPT = 300;

    final List<Found> kept = new ArrayList<>();
    private long faults;
    private long persons;

    /** @param grant code of the grant in whose title or description it stands; null elsewhere */
    record Found(
            FindingKind kind,
            String file,
            String pointer,
            String excerpt,
            @Nullable String grant) {}

    long faults() {
        return faults;
    }

    long persons() {
        return persons;
    }

    void fault(FindingKind kind, String file, String pointer, String excerpt) {
        faults++;
        if (faults <= MOST_FAULTS) {
            kept.add(new Found(kind, file, pointer, shortened(excerpt), null));
        }
    }

    /** What a public schema says of a value that stands at a place of a file. */
    void faults(Collection<ValidationMessage> said, JsonNode value, String file, String at) {
        said.stream()
                .map(one -> new Found(
                        kind(one),
                        file,
                        at + one.getInstanceLocation(),
                        one.getType().equals("required") ? String.valueOf(one.getProperty()) : shown(value, one),
                        null))
                .distinct()
                .forEach(one -> fault(one.kind(), one.file(), one.pointer(), one.excerpt()));
    }

    private static FindingKind kind(ValidationMessage said) {
        return switch (said.getType()) {
            case "required", "minItems" -> FindingKind.REQUIRED;
            case "enum", "const" -> FindingKind.NOT_LISTED;
            case "format", "pattern" -> FindingKind.FORMAT;
            case "type" -> FindingKind.TYPE;
            default -> FindingKind.RULE;
        };
    }

    private static String shown(JsonNode value, ValidationMessage said) {
        var at = value.at(said.getInstanceLocation().toString());
        return at.isValueNode() ? at.asText() : said.getType();
    }

    /** All texts below a value of a file. */
    void texts(JsonNode value, String file, String at, @Nullable String grant) {
        if (value.isTextual()) {
            boolean titled = at.endsWith("/title") || at.endsWith("/description");
            text(value.asText(), file, at, titled ? grant : null);
        } else if (value.isObject()) {
            value.properties()
                    .forEach(one -> texts(
                            one.getValue(),
                            file,
                            at + "/" + one.getKey().replace("~", "~0").replace("/", "~1"),
                            grant));
        } else {
            for (int i = 0; i < value.size(); i++) {
                texts(value.get(i), file, at + "/" + i, grant);
            }
        }
    }

    void text(String text, String file, String at, @Nullable String grant) {
        for (var kind : PersonTrace.in(text)) {
            persons++;
            kept.add(new Found(kind, file, at, shortened(text), grant));
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_EXCERPT ? text.substring(0, LONGEST_EXCERPT) + "…" : text;
    }
}
