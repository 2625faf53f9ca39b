package ru.mos.clusters.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Text;

/**
 * What was learnt of the applicant of a project.
 *
 * @param statement what the document says
 * @param to last day on which it holds; null: while nothing else is known
 */
public record RecordEvidence(
        UUID project,
        ApplicantCondition condition,
        boolean met,
        String statement,
        EvidenceSource source,
        Paper document,
        LocalDate from,
        @Nullable LocalDate to) {

    /** @throws ru.mos.clusters.platform.Problem {@code field-required}, {@code text-too-long} */
    public RecordEvidence {
        statement = Text.required(statement, "/statement");
    }
}
