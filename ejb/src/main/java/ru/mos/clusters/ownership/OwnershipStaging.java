package ru.mos.clusters.ownership;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.source.Extract;
import ru.mos.clusters.ownership.source.ExtractTaker;
import ru.mos.clusters.ownership.source.PartyRef;
import ru.mos.clusters.ownership.source.Relation;
import ru.mos.clusters.ownership.source.SourceRemark;
import ru.mos.clusters.ownership.source.Statement;
import ru.mos.clusters.ownership.source.StatementTaker;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.intake.CopyText;
import ru.mos.clusters.platform.intake.Refusal;

/**
 * What has been read of an import, on its way into temporary tables of the transaction: memory grows neither with the number
 * of files nor with the size of one, and of a file that turns out broken nothing stays.
 */
final class OwnershipStaging implements ExtractTaker, StatementTaker {

    /** What the transaction holds until it is merged. */
    static final List<String> TABLES =
            List.of("staged_extract", "staged_relation", "staged_party", "staged_stake", "staged_closing");

    private static final int BYTES_PER_FLUSH = 1 << 20;
    private static final int MOST_TOLD = 10_000;

    private final Handle handle;
    private final long id;
    private final CopyText extracts = new CopyText();
    private final CopyText relations = new CopyText();
    private final CopyText parties = new CopyText();
    private final CopyText stakes = new CopyText();
    private final CopyText closings = new CopyText();
    private final List<SourceRemark> remarks = new ArrayList<>();
    private final List<ImportRemark> toldSoFar = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private String file = "";
    private int fileNumber;
    private long number;
    private long accepted;
    private long rejected;
    private long acceptedBefore;
    private long rejectedBefore;
    private @Nullable Refusal first;

    OwnershipStaging(Handle handle, long id) {
        this.handle = handle;
        this.id = id;
        handle.registerArrayType(String.class, "text");
        for (var statement : List.of("""
                create temporary table staged_extract (
                    number bigint, file_number integer, file text, document text, line integer, municipality text,
                    key text collate "C", name text, short_name text, legal_form text, joint_stock boolean, shown_on date, ceased_on date,
                    successor_key text collate "C", capital numeric, treasury_numerator numeric,
                    treasury_denominator numeric, owners_withheld boolean, address text, region text,
                    content uuid) on commit drop""", """
                create temporary table staged_relation (
                    number bigint, file_number integer, position integer, kind text, owner_key text collate "C",
                    share_numerator numeric, share_denominator numeric, votes_numerator numeric,
                    votes_denominator numeric, valid_from date, valid_until date, grn text, withheld boolean,
                    doubtful boolean, encumbrance text, line integer) on commit drop""", """
                create temporary table staged_party (
                    file_number integer, key text collate "C", kind text, inn text, ogrn text, record text, name text,
                    match_name text, country text, born date, named_on date) on commit drop""", """
                create temporary table staged_stake (
                    number bigint, file_number integer, owner_key text collate "C", subject_key text collate "C",
                    kind text, share_numerator numeric, share_denominator numeric, votes_numerator numeric,
                    votes_denominator numeric, valid_from date, valid_until date, statement text, stated_on date,
                    record text collate "C") on commit drop""", """
                create temporary table staged_closing (
                    file_number integer, record text collate "C", statement text, closed_on date) on commit drop""")) {
            handle.execute(statement);
        }
        handle.execute("delete from ownership.import_problem where import_id = ?", id);
    }

    void begin(String name) {
        file = name;
        fileNumber++;
        acceptedBefore = accepted;
        rejectedBefore = rejected;
        remarks.clear();
    }

    /** The file was read to its end. */
    void keep() {
        tell();
    }

    /** The file cannot be trusted: nothing of it stays but why. */
    void refuse(Refusal refused) {
        first = first == null ? refused : first;
        flush();
        for (var table : TABLES) {
            handle.execute("delete from " + table + " where file_number = ?", fileNumber);
        }
        accepted = acceptedBefore;
        rejected = rejectedBefore + 1;
        remarks.removeIf(remark -> !remark.rejected());
        remarks.add(new SourceRemark(refused.code(), null, 0, null, refused.arguments(), true, null));
        tell();
    }

    @Override
    public void take(Extract extract) {
        accepted++;
        number++;
        remarks.addAll(extract.remarks());
        var subject = PartyKey.of(extract.subject());
        party(subject, extract.subject(), extract.on());
        String successor = extract.successors().size() == 1
                ? PartyKey.within(subject, extract.successors().get(0), 0)
                : null;
        if (successor != null) {
            party(successor, extract.successors().get(0), extract.on());
        }
        digest.reset();
        int position = 0;
        for (var relation : extract.relations()) {
            relation(subject, relation, position++, extract.on());
        }
        extract(extract, subject, successor);
        if (extracts.size() + relations.size() + parties.size() > BYTES_PER_FLUSH) {
            flush();
        }
    }

    private void relation(String subject, Relation relation, int position, LocalDate on) {
        var owner = PartyKey.within(subject, relation.owner(), position);
        party(owner, relation.owner(), on);
        relations.number(number);
        relations.number((long) fileNumber);
        relations.number((long) position);
        int from = relations.size();
        relations.text(relation.kind().name());
        relations.text(owner);
        fraction(relations, relation.share());
        fraction(relations, relation.votes());
        date(relations, relation.from());
        date(relations, relation.until());
        relations.text(relation.grn());
        relations.flag(relation.withheld());
        relations.flag(relation.doubtful());
        relations.text(
                relation.encumbrance() == null ? null : relation.encumbrance().name());
        relations.feed(from, digest);
        relations.number((long) relation.line());
        relations.endRow();
    }

    private void extract(Extract extract, String subject, @Nullable String successor) {
        extracts.number(number);
        extracts.number((long) fileNumber);
        extracts.text(file);
        extracts.text(extract.document());
        extracts.number((long) extract.line());
        var address = extract.address();
        extracts.text(address == null ? null : address.municipality()); // part of the address, whose text is compared
        int from = extracts.size();
        extracts.text(subject);
        extracts.text(extract.subject().name());
        extracts.text(extract.shortName());
        extracts.text(extract.opf());
        extracts.flag(extract.jointStock());
        date(extracts, extract.on());
        date(extracts, extract.ceasedOn());
        extracts.text(successor);
        extracts.text(extract.capital() == null ? null : extract.capital().toPlainString());
        fraction(extracts, extract.treasury());
        extracts.flag(extract.ownersWithheld());
        extracts.text(address == null ? null : address.text());
        extracts.text(address == null ? null : address.region());
        extracts.digestSince(from, digest);
        extracts.endRow();
    }

    /** @param on the day on which the source names it so; null where it only refers to it */
    private void party(String key, PartyRef ref, @Nullable LocalDate on) {
        parties.number((long) fileNumber);
        parties.text(key);
        parties.text(ref.kind().name());
        parties.text(ref.inn());
        parties.text(ref.ogrn());
        parties.text(ref.record());
        parties.text(ref.name());
        parties.text(PartyKey.matchName(ref));
        parties.text(ref.country());
        date(parties, ref.born());
        date(parties, on);
        parties.endRow();
    }

    private static void fraction(CopyText to, @Nullable Fraction value) {
        to.text(value == null ? null : value.numerator().toString());
        to.text(value == null ? null : value.denominator().toString());
    }

    private static void date(CopyText to, @Nullable LocalDate day) {
        to.text(day == null ? null : day.toString());
    }

    @Override
    public void party(PartyRef ref, LocalDate on, @Nullable LocalDate ceasedOn) {
        party(PartyKey.of(ref), ref, on);
    }

    /** What an interest says of who holds or directs whom directly; the others say nothing that could be counted. */
    @Override
    public void take(Statement statement) {
        accepted++;
        number++;
        var owner = statement.owner();
        if (owner == null || statement.kind() == null || statement.indirect()) {
            return;
        }
        var subject = PartyKey.of(statement.subject());
        var holder = PartyKey.within(subject, owner, 0);
        party(subject, statement.subject(), null);
        party(holder, owner, null);
        stakes.number(number);
        stakes.number((long) fileNumber);
        stakes.text(holder);
        stakes.text(subject);
        stakes.text(statement.kind().name());
        boolean holding = statement.kind() == EdgeKind.SHAREHOLDING;
        fraction(stakes, holding ? statement.share() : null);
        fraction(stakes, !holding ? null : statement.votes() == null ? statement.share() : statement.votes());
        date(stakes, statement.from());
        date(stakes, statement.until());
        stakes.text(statement.statementId());
        date(stakes, statement.statementDate());
        stakes.text(statement.recordId());
        stakes.endRow();
        if (stakes.size() + parties.size() > BYTES_PER_FLUSH) {
            flush();
        }
    }

    @Override
    public void closed(String recordId, String statementId, LocalDate on) {
        accepted++;
        closings.number((long) fileNumber);
        closings.text(recordId);
        closings.text(statementId);
        date(closings, on);
        closings.endRow();
        if (closings.size() > BYTES_PER_FLUSH) {
            flush();
        }
    }

    @Override
    public void reject(SourceRemark remark) {
        rejected++;
        remarks.add(remark);
    }

    @Override
    public void remark(SourceRemark remark) {
        remarks.add(remark);
    }

    /** Extracts or statements read so far. */
    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    /** Why the first of the broken files was refused. */
    Optional<Refusal> firstRefusal() {
        return Optional.ofNullable(first);
    }

    void flush() {
        copy("staged_extract", extracts);
        copy("staged_relation", relations);
        copy("staged_party", parties);
        copy("staged_stake", stakes);
        copy("staged_closing", closings);
    }

    private void copy(String table, CopyText rows) {
        if (rows.size() == 0) {
            return;
        }
        try {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows.take()));
        } catch (SQLException failure) {
            throw new IllegalStateException("what was read could not be stored", failure);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void tell() {
        var told = remarks.stream()
                .map(remark -> new ImportRemark(
                        0,
                        file,
                        remark.document() == null ? remark.subject() : remark.document(),
                        remark.line() == 0 ? null : remark.line(),
                        remark.field(),
                        remark.code().slug(),
                        remark.args(),
                        remark.rejected()))
                .toList();
        ImportRemark.keep(handle, id, told);
        told.stream().limit(MOST_TOLD - toldSoFar.size()).forEach(toldSoFar::add);
        remarks.clear();
    }

    /** What was told until now, for an import of which nothing else will stay. */
    List<ImportRemark> told() {
        return List.copyOf(toldSoFar);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
