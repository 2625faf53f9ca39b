package ru.mos.clusters.registry.release;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;

/**
 * A release as people and programs see it.
 *
 * @param kind null until it has been looked into, as is {@code stateOn}
 * @param records documents read: accepted and rejected
 * @param phase of a running import: {@code INSPECT}, {@code READ}, {@code MERGE}
 * @param resumedAt when the run under way began; {@code filesBefore} and {@code recordsBefore} had been read by then
 */
public record ReleaseView(
        long id,
        @Nullable ReleaseKind kind,
        String fileName,
        String sha256,
        long size,
        @Nullable LocalDate stateOn,
        List<String> formatVersions,
        Coverage coverage,
        ReleaseState state,
        @Nullable String phase,
        int files,
        int filesTotal,
        long records,
        long entered,
        long left,
        long changed,
        long unchanged,
        long rejected,
        @Nullable String refusalCode,
        List<String> refusalArguments,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String withdrawalRequestedBy,
        @Nullable String withdrawalReason,
        @Nullable String withdrawalConfirmedBy,
        @Nullable Instant resumedAt,
        int filesBefore,
        long recordsBefore) {

    static final String SELECT = """
            select id, kind, file_name, sha256, size, state_on, format_versions, coverage, state, phase, files, files_total,
                   records, entered, left_count as "left", changed, unchanged, rejected, refusal_code,
                   refusal_args as refusal_arguments, uploaded_by, uploaded_at, started_at, finished_at,
                   withdrawal_requested_by, withdrawal_reason, withdrawal_confirmed_by, resumed_at, files_before,
                   records_before
              from registry.release
            """;

    /** @throws Problem {@code release-unknown} */
    static ReleaseView of(Handle handle, long id) {
        return handle.createQuery(SELECT + " where id = :id")
                .bind("id", id)
                .mapTo(ReleaseView.class)
                .findOne()
                .orElseThrow(() -> new Problem(ReleaseProblem.RELEASE_UNKNOWN, id));
    }

    /**
     * How far a running import is and how fast it goes, by what the run under way has read.
     *
     * @param recordsPerSecond null before there is anything to tell by, and when all is read
     * @param secondsLeft of reading, by the files read; null likewise
     */
    public record Progress(
            String phase,
            @Nullable Long recordsPerSecond,
            @Nullable Long secondsLeft) {}

    /** Empty unless it is running. */
    public Optional<Progress> progress(Instant now) {
        if (state != ReleaseState.RUNNING || resumedAt == null) {
            return Optional.empty();
        }
        long millis = Duration.between(resumedAt, now).toMillis();
        boolean reading = "READ".equals(phase) && millis >= 1000;
        long read = records - recordsBefore;
        long filesRead = (long) files - filesBefore;
        return Optional.of(new Progress(
                phase == null ? "INSPECT" : phase,
                reading && read > 0 ? read * 1000 / millis : null,
                reading && filesRead > 0 ? millis * (filesTotal - files) / filesRead / 1000 : null));
    }
}
