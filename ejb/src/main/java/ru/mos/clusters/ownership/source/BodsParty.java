package ru.mos.clusters.ownership.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Ogrn;
import ru.mos.clusters.platform.Problem;

/** Who a person or entity record is about. */
final class BodsParty {

    private static final Set<String> INN = Set.of("RU-INN", "RUS-TAXID");
    private static final Set<String> OGRN = Set.of("RU-OGRN", "RU-OGRNIP");

    private BodsParty() {}

    /** @param wrong is told of numbers with wrong check digits and whose they are */
    static PartyRef entity(String record, JsonNode details, BiConsumer<String, String> wrong) {
        String name = details.path("name").asText("");
        String country = country(details.path("jurisdiction").path("code"));
        PartyKind kind =
                switch (details.path("entityType").path("type").asText()) {
                    case "state", "stateBody" -> PartyKind.PUBLIC_BODY;
                    case "arrangement" -> PartyKind.OTHER;
                    default ->
                        country == null || country.equals("RU") ? PartyKind.LEGAL_ENTITY : PartyKind.FOREIGN_ENTITY;
                };
        return party(kind, record, name, country, details, wrong);
    }

    static PartyRef person(String record, JsonNode details, BiConsumer<String, String> wrong) {
        String name = "";
        for (JsonNode one : details.path("names")) {
            if (name.isEmpty() || one.path("type").asText().equals("legal")) {
                name = one.path("fullName").asText();
            }
        }
        String country = country(details.path("nationalities").path(0).path("code"));
        PartyRef party = party(PartyKind.PERSON, record, name, country, details, wrong);
        String born = details.path("birthDate").asText();
        return new PartyRef(party.kind(), party.inn(), party.ogrn(), record, name, country, Reading.parsed(born));
    }

    /** Whether the record exists only to say that somebody is not named. */
    static boolean isWithheld(JsonNode details) {
        String type = details.path("personType")
                .asText(details.path("entityType").path("type").asText());
        return type.startsWith("anonymous") || type.startsWith("unknown");
    }

    private static @Nullable String country(JsonNode code) {
        return code.isTextual() ? code.asText().substring(0, 2).toUpperCase(java.util.Locale.ROOT) : null;
    }

    private static PartyRef party(
            PartyKind kind,
            String record,
            String name,
            @Nullable String country,
            JsonNode details,
            BiConsumer<String, String> wrong) {
        String inn = null;
        String ogrn = null;
        for (JsonNode identifier : details.path("identifiers")) {
            String scheme = identifier.path("scheme").asText();
            String digits = identifier.path("id").asText();
            try {
                if (INN.contains(scheme) && !digits.isEmpty()) {
                    inn = new Inn(digits).digits();
                } else if (OGRN.contains(scheme) && !digits.isEmpty()) {
                    ogrn = new Ogrn(digits).digits();
                }
            } catch (Problem malformed) {
                wrong.accept(digits, name);
            }
        }
        return new PartyRef(kind, inn, ogrn, record, name, country, null);
    }
}
