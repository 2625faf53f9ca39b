package ru.mos.clusters.registry;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * Enter a fact from a document.
 *
 * @param to first day on which it no longer holds, null while it lasts
 * @param file the document as stored, null if only its details are known
 * @param name of the subject as the document gives it, for those whom no release names
 */
public record EnterFact(
        Inn inn,
        FactKind fact,
        String value,
        LocalDate from,
        @Nullable LocalDate to,
        Paper document,
        @Nullable UUID file,
        @Nullable String name) {

    /** A document by its details. */
    public record Paper(String title, String number, LocalDate date) {}

    /** As the record of changes keeps it; never the name of a person. */
    Map<String, Object> facts(UUID id) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", id);
        facts.put("fact", fact);
        facts.put("value", value);
        facts.put("from", from);
        facts.put("to", to);
        facts.put("document", document);
        return facts;
    }
}
