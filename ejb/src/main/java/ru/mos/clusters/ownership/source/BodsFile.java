package ru.mos.clusters.ownership.source;

import static ru.mos.clusters.ownership.OwnershipProblem.BODS_INVALID;
import static ru.mos.clusters.ownership.OwnershipProblem.BODS_STATEMENT_TWICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.mos.clusters.platform.intake.Refusal;

/**
 * Reads a file of statements in BODS 0.4. It is read twice: first to hold every statement to the schema, because one that
 * breaks it makes the whole untrustworthy, then for what they say.
 */
public final class BodsFile {

    private static final int MOST_NAMED = 100;

    private final String name;
    private final LocalDate today;
    private final StatementTaker taker;
    private final Map<String, Integer> ids = new HashMap<>();
    private int faults;

    /** Opens the file anew each time. */
    public interface Source {
        /** Its bytes from the beginning. */
        InputStream open() throws IOException;
    }

    /** @param today no statement can be later */
    public BodsFile(String name, LocalDate today, StatementTaker taker) {
        this.name = name;
        this.today = today;
        this.taker = taker;
    }

    /**
     * Takes all or nothing.
     *
     * @throws Refusal if it is no list in JSON, or {@code bods-invalid} after the first hundred faults were remarked
     */
    public void read(Source source) {
        pass(source, this::check);
        if (faults > 0) {
            throw new Refusal(BODS_INVALID, name, Integer.toString(faults));
        }
        ids.clear();
        var records = new BodsRecords(today, taker);
        pass(source, records::add);
        records.hand();
    }

    private void pass(Source source, BodsStream.Visit visit) {
        try (var in = source.open()) {
            BodsStream.read(name, in, visit);
        } catch (IOException broken) {
            if (broken.getCause() instanceof Refusal refused) {
                throw refused;
            }
            throw new UncheckedIOException(broken);
        }
    }

    private void check(JsonNode statement, int position) {
        for (SourceRemark fault : BodsSchema.faults(statement, position)) {
            fault(fault);
        }
        String id = statement.path("statementId").asText();
        Integer before = id.isEmpty() ? null : ids.putIfAbsent(id, position);
        if (before != null) {
            var args = List.of(Integer.toString(position), id, before.toString());
            fault(new SourceRemark(BODS_STATEMENT_TWICE, id, position, "/statementId", args, true, null));
        }
    }

    private void fault(SourceRemark fault) {
        if (++faults <= MOST_NAMED) {
            taker.remark(fault);
        }
    }
}
