package ru.mos.clusters.ownership.source;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.intake.Refusal;

/** Small files in BODS, valid unless a test says otherwise, and what they gave. */
final class Statements implements StatementTaker {

    static final LocalDate TODAY = LocalDate.of(2024, 4, 1);

    final List<Statement> taken = new ArrayList<>();
    final List<String> closings = new ArrayList<>();
    final List<PartyRef> parties = new ArrayList<>();
    final List<SourceRemark> remarks = new ArrayList<>();
    String refusal = "none";

    static Statements read(String... statements) {
        return readText("[" + String.join(",", statements) + "]");
    }

    static Statements readText(String json) {
        var read = new Statements();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try {
            new BodsFile("a.json", TODAY, read).read(() -> new ByteArrayInputStream(bytes));
        } catch (Refusal refused) {
            read.refusal = refused.code().slug();
        }
        return read;
    }

    /** @param id padded to the length that the standard asks for */
    static String statement(String id, String date, String record, String type, String status, String details) {
        return "{\"statementId\":\"" + (id + "-".repeat(32)).substring(0, 32) + "\",\"statementDate\":\"" + date
                + "\",\"declarationSubject\":\"alfa\",\"recordId\":\"" + record + "\",\"recordType\":\"" + type
                + "\",\"recordStatus\":\"" + status + "\",\"recordDetails\":" + details + "}";
    }

    static String entity(String record, String inn) {
        return statement("entity-" + record, "2020-01-01", record, "entity", "new", entityDetails(record, inn));
    }

    static String entityDetails(String record, String inn) {
        return "{\"isComponent\":false,\"entityType\":{\"type\":\"registeredEntity\"},\"name\":\"" + record
                + "\",\"jurisdiction\":{\"name\":\"Russia\",\"code\":\"RU\"},\"identifiers\":[{\"id\":\"" + inn
                + "\",\"scheme\":\"RU-INN\"}]}";
    }

    static String person(String record) {
        return statement(
                "person-" + record,
                "2020-01-01",
                record,
                "person",
                "new",
                "{\"isComponent\":false,\"personType\":\"knownPerson\",\"names\":[{\"type\":\"legal\",\"fullName\":\""
                        + record + "\"}]}");
    }

    static String relationship(String subject, String owner, String... interests) {
        return "{\"isComponent\":false,\"subject\":\"" + subject + "\",\"interestedParty\":\"" + owner
                + "\",\"interests\":[" + String.join(",", interests) + "]}";
    }

    static String interest(String type, @Nullable String percent, @Nullable String start, @Nullable String end) {
        return "{\"type\":\"" + type + "\",\"directOrIndirect\":\"direct\""
                + (percent == null ? "" : ",\"share\":{\"exact\":" + percent + "}")
                + (start == null ? "" : ",\"startDate\":\"" + start + "\"")
                + (end == null ? "" : ",\"endDate\":\"" + end + "\"") + "}";
    }

    static String shares(String percent, @Nullable String start) {
        return interest("shareholding", percent, start, null);
    }

    @Override
    public void party(PartyRef party, LocalDate on, @Nullable LocalDate ceasedOn) {
        parties.add(party);
    }

    @Override
    public void take(Statement statement) {
        taken.add(statement);
    }

    @Override
    public void closed(String recordId, String statementId, LocalDate on) {
        closings.add(recordId + " " + on);
    }

    @Override
    public void remark(SourceRemark remark) {
        remarks.add(remark);
    }

    List<String> remarked() {
        return remarks.stream()
                .map(remark -> remark.code().slug() + " " + remark.args())
                .toList();
    }

    /** Owner, kind, share, votes, from and until of each. */
    List<String> shown() {
        return taken.stream()
                .map(one -> (one.owner() == null ? "?" : one.owner().record()) + " " + one.kind() + " " + one.share()
                        + " "
                        + one.votes() + " " + one.from() + " " + one.until() + (one.indirect() ? " indirect" : "")
                        + (one.doubtful() ? " doubtful" : ""))
                .toList();
    }

    /** What all direct holders of the subject have together on the day: the larger of shares and votes. */
    Fraction sum(String subject, LocalDate day) {
        var shares = Fraction.ZERO;
        var votes = Fraction.ZERO;
        for (Statement one : taken) {
            boolean counts = one.kind() == EdgeKind.SHAREHOLDING
                    && !one.indirect()
                    && subject.equals(one.subject().record())
                    && (one.from() == null || !day.isBefore(one.from()))
                    && (one.until() == null || day.isBefore(one.until()));
            shares = counts && one.share() != null ? shares.plus(one.share()) : shares;
            votes = counts && one.votes() != null ? votes.plus(one.votes()) : votes;
        }
        return shares.compareTo(votes) > 0 ? shares : votes;
    }
}
