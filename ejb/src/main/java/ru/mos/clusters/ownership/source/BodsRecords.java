package ru.mos.clusters.ownership.source;

import static ru.mos.clusters.ownership.OwnershipProblem.BODS_DATES_IMPOSSIBLE;
import static ru.mos.clusters.ownership.OwnershipProblem.BODS_PREDECESSOR_ABSENT;
import static ru.mos.clusters.ownership.OwnershipProblem.BODS_REFERENCE_ABSENT;
import static ru.mos.clusters.ownership.OwnershipProblem.BODS_SUBJECT_UNKNOWN;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.OwnershipProblem;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.PartyKind;

/** The records of a file, each with its statements in the order of their dates, and what they come to over time. */
final class BodsRecords {

    /** What one statement says of a relationship record. */
    private record Version(
            String statementId,
            LocalDate on,
            int position,
            String recordId,
            @Nullable String owner,
            String subject,
            boolean closed,
            boolean secondHand,
            List<BodsInterest> interests) {}

    private record Known(
            PartyRef party, LocalDate on, @Nullable LocalDate ceasedOn) {}

    private final LocalDate today;
    private final StatementTaker taker;
    private final Map<String, Known> parties = new LinkedHashMap<>();
    private final Map<String, List<Version>> relationships = new LinkedHashMap<>();
    private final Set<String> withheld = new HashSet<>();
    private final Set<String> absent = new HashSet<>();
    private final Set<String> begun = new HashSet<>();

    BodsRecords(LocalDate today, StatementTaker taker) {
        this.today = today;
        this.taker = taker;
    }

    /** @param statement valid by the schema */
    void add(JsonNode statement, int position) {
        String id = statement.path("statementId").asText();
        LocalDate on = LocalDate.parse(statement.path("statementDate").asText().substring(0, 10));
        if (on.isAfter(today)) {
            remark(BODS_DATES_IMPOSSIBLE, id, position, "/statementDate", true, on.toString(), today.toString());
            return;
        }
        String record = statement.path("recordId").asText();
        String status = statement.path("recordStatus").asText("new");
        boolean first = begun.add(record);
        if (first && !status.equals("new")) {
            remark(BODS_PREDECESSOR_ABSENT, id, position, "/recordStatus", false, record);
        }
        JsonNode details = statement.path("recordDetails");
        switch (statement.path("recordType").asText()) {
            case "relationship" -> relationship(details, id, on, position, record, status.equals("closed"));
            case "person" -> party(record, on, BodsParty.person(record, details, this::number), null, details);
            default -> {
                var ceased = BodsInterest.day(details, "dissolutionDate");
                party(record, on, BodsParty.entity(record, details, this::number), ceased, details);
            }
        }
    }

    private void number(String digits, String name) {
        remark(OwnershipProblem.PARTY_NUMBER_WRONG, null, 0, "/recordDetails/identifiers", digits, name);
    }

    private void party(String record, LocalDate on, PartyRef party, @Nullable LocalDate ceasedOn, JsonNode details) {
        var known = parties.get(record);
        if (known == null || !known.on().isAfter(on)) {
            parties.put(record, new Known(party, on, ceasedOn));
        }
        if (BodsParty.isWithheld(details)) {
            withheld.add(record);
        }
    }

    private void relationship(JsonNode details, String id, LocalDate on, int position, String record, boolean closed) {
        JsonNode subject = details.path("subject");
        if (!subject.isTextual()) {
            remark(BODS_SUBJECT_UNKNOWN, id, position, "/recordDetails/subject", true, reason(subject));
            return;
        }
        JsonNode owner = details.path("interestedParty");
        var interests = new ArrayList<BodsInterest>();
        for (JsonNode interest : details.path("interests")) {
            BodsInterest.read(interest, id, position, today, taker).ifPresent(interests::add);
        }
        if (details.path("interests").isEmpty() && !closed) {
            interests.add(BodsInterest.untold());
        }
        boolean secondHand = !details.path("componentRecords").isEmpty();
        relationships
                .computeIfAbsent(record, one -> new ArrayList<>())
                .add(new Version(
                        id,
                        on,
                        position,
                        record,
                        owner.isTextual() ? owner.asText() : null,
                        subject.asText(),
                        closed,
                        secondHand,
                        BodsInterest.withoutDoubledVotes(interests)));
    }

    private static String reason(JsonNode unspecified) {
        return unspecified.path("reason").asText("—");
    }

    /** Hands everything over: parties, then interests over their time, at no time more than the whole of anything. */
    void hand() {
        parties.values().forEach(known -> taker.party(known.party(), known.on(), known.ceasedOn()));
        var statements = new ArrayList<Statement>();
        for (List<Version> versions : relationships.values()) {
            versions.sort(Comparator.comparing(Version::on).thenComparing(Version::position));
            versions.stream()
                    .filter(version -> version.closed() && version.interests().isEmpty())
                    .forEach(version -> taker.closed(version.recordId(), version.statementId(), version.on()));
            for (int i = 0; i < versions.size(); i++) {
                inForce(versions.get(i), versions.subList(i + 1, versions.size()), statements);
            }
        }
        statements.sort(Comparator.comparingInt(Statement::position));
        new Wholes(statements, taker).possible().forEach(taker::take);
    }

    private void inForce(Version version, List<Version> later, List<Statement> to) {
        for (BodsInterest interest : version.interests()) {
            LocalDate from = interest.from() == null && !version.closed() ? version.on() : interest.from();
            LocalDate until = interest.until();
            if (version.closed()) {
                until = earlier(until, version.on());
            }
            for (Version next : later) {
                until = earlier(until, cut(interest, next));
            }
            if (until == null || from == null || from.isBefore(until)) {
                to.add(statement(version, interest, from, until));
            }
        }
    }

    /** From when on a later statement of the record speaks of this sort of interest, or says by silence that it ended. */
    private static LocalDate cut(BodsInterest interest, Version next) {
        LocalDate cut = null;
        for (BodsInterest other : next.interests()) {
            if (other.isAsGoodAs(interest)) {
                LocalDate start = other.from() == null ? next.on() : other.from();
                cut = earlier(cut, start);
            }
        }
        return cut == null || cut.isAfter(next.on()) ? next.on() : cut;
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private Statement statement(
            Version version, BodsInterest interest, @Nullable LocalDate from, @Nullable LocalDate until) {
        String owner = version.owner();
        PartyRef party = owner == null ? null : party(owner, version);
        boolean entity = party != null && party.kind() != PartyKind.PERSON;
        EdgeKind kind = interest.kind() == EdgeKind.EXECUTIVE && entity ? EdgeKind.MANAGING_COMPANY : interest.kind();
        return new Statement(
                version.statementId(),
                version.on(),
                version.recordId(),
                party,
                party(version.subject(), version),
                kind,
                interest.type(),
                interest.share(),
                interest.votes(),
                interest.atLeast(),
                interest.atMost(),
                from,
                until,
                interest.indirect() || version.secondHand(),
                interest.doubtful(),
                owner == null || withheld.contains(owner),
                interest.beneficial(),
                version.position());
    }

    private PartyRef party(String record, Version version) {
        var known = parties.get(record);
        if (known != null) {
            return known.party();
        }
        if (absent.add(record)) {
            remark(BODS_REFERENCE_ABSENT, version.statementId(), version.position(), "/recordDetails", false, record);
        }
        return new PartyRef(PartyKind.OTHER, null, null, record, "", null, null);
    }

    private void remark(
            OwnershipProblem code, String id, int position, String field, boolean rejected, String... args) {
        var all = new ArrayList<String>();
        all.add(Integer.toString(position));
        all.addAll(List.of(args));
        taker.remark(new SourceRemark(code, id, position, field, List.copyOf(all), rejected, null));
    }

    private void remark(OwnershipProblem code, @Nullable String id, int position, String field, String... args) {
        taker.remark(new SourceRemark(code, id, position, field, List.of(args), false, null));
    }
}
