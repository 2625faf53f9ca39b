package ru.mos.clusters.ownership;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.KnownOwnership.PartyRow;
import ru.mos.clusters.ownership.Telling.Sourced;
import ru.mos.clusters.ownership.graph.Edge;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.ownership.source.BodsShare;
import ru.mos.clusters.platform.Fraction;

/**
 * Parties and who holds or directs them as statements of BODS 0.4. What a statement says decides its id: the same fact has the
 * same id in every export. What is not certain is an interest without an amount.
 */
final class BodsStatements {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final ArrayNode statements = JSON.arrayNode();
    private final LocalDate asOf;
    private final LocalDate published;

    /** @param published the day of the export */
    BodsStatements(LocalDate asOf, LocalDate published) {
        this.asOf = asOf;
        this.published = published;
    }

    /** By its number, which is the same everywhere, else by the record of its source or our own. */
    static String record(PartyRow party) {
        if (party.inn() != null) {
            return "ru-inn-" + party.inn();
        }
        if (party.ogrn() != null) {
            return "ru-ogrn-" + party.ogrn();
        }
        return party.record() != null ? party.record() : "party-" + party.id();
    }

    void party(PartyRow party, @Nullable OwnershipSource source) {
        boolean person = party.kind() == PartyKind.PERSON;
        add(
                record(party),
                person ? "person" : "entity",
                person ? person(party) : entity(party),
                party,
                source == null ? List.of() : List.of(source));
    }

    private static ObjectNode person(PartyRow party) {
        var details = JSON.objectNode().put("isComponent", false);
        if (party.name().isBlank()) {
            details.put("personType", "unknownPerson")
                    .putObject("unspecifiedPersonDetails")
                    .put("reason", "informationUnknownToPublisher");
        } else {
            details.put("personType", "knownPerson")
                    .putArray("names")
                    .addObject()
                    .put("type", "alternative")
                    .put("fullName", Parties.shown(party));
        }
        numbers(party, details, "RUS-TAXID", "RU-OGRNIP");
        return details;
    }

    private static ObjectNode entity(PartyRow party) {
        var details = JSON.objectNode().put("isComponent", false);
        details.putObject("entityType")
                .put(
                        "type",
                        switch (party.kind()) {
                            case PUBLIC_BODY -> "stateBody";
                            case FUND, OTHER -> "arrangement";
                            case FOREIGN_ENTITY -> "legalEntity";
                            default -> "registeredEntity";
                        });
        if (!party.name().isBlank()) {
            details.put("name", party.name());
        }
        if (party.kind() == PartyKind.LEGAL_ENTITY || party.kind() == PartyKind.PUBLIC_BODY) {
            details.putObject("jurisdiction")
                    .put("name", "Российская Федерация")
                    .put("code", "RU");
        }
        numbers(party, details, "RU-INN", "RU-OGRN");
        return details;
    }

    private static void numbers(PartyRow party, ObjectNode details, String inn, String ogrn) {
        var identifiers = JSON.arrayNode();
        if (party.inn() != null) {
            identifiers.addObject().put("id", party.inn()).put("scheme", inn).put("schemeName", "ИНН");
        }
        if (party.ogrn() != null) {
            boolean entrepreneur = ogrn.endsWith("IP");
            identifiers
                    .addObject()
                    .put("id", party.ogrn())
                    .put("scheme", ogrn)
                    .put("schemeName", entrepreneur ? "ОГРНИП" : "ОГРН");
        }
        if (!identifiers.isEmpty()) {
            details.set("identifiers", identifiers);
        }
    }

    /**
     * All that one party holds of another, or how it directs it, as one relationship.
     *
     * @param facts between these two; sources of all of them
     */
    void relationship(PartyRow owner, PartyRow subject, List<Edge> facts, List<Sourced> sources) {
        var interests = JSON.arrayNode();
        for (int at = 0; at < facts.size(); at++) {
            interests(facts.get(at), sources.get(at).since(), interests);
        }
        var details = JSON.objectNode()
                .put("isComponent", false)
                .put("subject", record(subject))
                .put("interestedParty", record(owner));
        details.set("interests", interests);
        add(
                record(owner) + "~" + record(subject),
                "relationship",
                details,
                subject,
                sources.stream().map(Sourced::source).toList());
    }

    private static void interests(Edge fact, @Nullable LocalDate since, ArrayNode to) {
        if (fact.kind() != EdgeKind.SHAREHOLDING) {
            interest(fact.kind() == EdgeKind.BOARD ? "boardMember" : "seniorManagingOfficial", since, to);
            return;
        }
        var holding = interest("shareholding", since, to);
        if (!fact.sure()) {
            return;
        }
        share(holding, fact.share());
        if (!fact.votes().equals(fact.share())) {
            share(interest("votingRights", since, to), fact.votes());
        }
    }

    private static ObjectNode interest(String type, @Nullable LocalDate since, ArrayNode to) {
        var interest = to.addObject()
                .put("type", type)
                .put("directOrIndirect", "direct")
                .put("beneficialOwnershipOrControl", false);
        if (since != null) {
            interest.put("startDate", since.toString());
        }
        return interest;
    }

    private static void share(ObjectNode interest, Fraction share) {
        interest.putObject("share").put("exact", BodsShare.percent(share));
        if (!BodsShare.isExact(share)) {
            interest.put("details", share.toString());
        }
    }

    private void add(String record, String type, ObjectNode details, PartyRow about, List<OwnershipSource> sources) {
        var on = sources.stream()
                .map(OwnershipSource::date)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .filter(day -> day.isBefore(asOf))
                .orElse(asOf);
        var statement = JSON.objectNode()
                .put("statementDate", on.toString())
                .put("declarationSubject", record(about))
                .put("recordId", record)
                .put("recordType", type)
                .put("recordStatus", "new");
        statement.set("recordDetails", details);
        if (!sources.isEmpty()) {
            var told = statement.putObject("source");
            boolean byHand = sources.stream().allMatch(one -> one.kind() == OwnershipSource.Kind.HAND_ENTRY);
            boolean register = sources.stream().allMatch(one -> one.kind() == OwnershipSource.Kind.EGRUL);
            told.putArray("type").add(register ? "officialRegister" : byHand ? "primaryResearch" : "thirdParty");
            told.put(
                    "description",
                    sources.stream()
                            .map(one -> OwnershipWords.source(one, RUSSIAN))
                            .distinct()
                            .collect(Collectors.joining("; ")));
        }
        statement.put("statementId", id(statement));
        statement
                .putObject("publicationDetails")
                .put("publicationDate", published.toString())
                .put("bodsVersion", "0.4")
                .putObject("publisher")
                .put("name", "Информационная система поддержки кластеров Москвы");
        statements.add(statement);
    }

    private static String id(ObjectNode statement) {
        return UUID.nameUUIDFromBytes(text(statement).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** In the order in which they were told. */
    Iterable<JsonNode> all() {
        return statements;
    }

    byte[] json() {
        return text(statements).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
