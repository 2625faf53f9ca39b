package ru.mos.clusters.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PersonName;

/** A row of {@code registry.manual_fact} with the instants of its changes. */
record ManualFactRow(
        long rowId,
        UUID id,
        String inn,
        @Nullable String name,
        FactKind fact,
        String value,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String documentTitle,
        String documentNumber,
        LocalDate documentOn,
        @Nullable UUID documentId,
        ManualFactView.State state,
        String enteredBy,
        @Nullable Instant enteredAt,
        @Nullable String decidedBy,
        @Nullable String refusal,
        @Nullable Instant recordedAt,
        @Nullable Instant supersededAt) {

    static final String SELECT = """
            select m.row_id, m.id, m.inn, m.name, m.fact, m.value, m.valid_from, m.valid_until, m.document_title,
                   m.document_number, m.document_on, m.document_id, m.state, m.entered_by, e.at as entered_at, m.decided_by,
                   m.refusal, r.at as recorded_at, s.at as superseded_at
              from registry.manual_fact m
              join platform.change e on e.id = m.entered_in
              left join platform.change r on r.id = m.recorded_by
              left join platform.change s on s.id = m.superseded_by
            """;

    ManualFactView view() {
        var number = new Inn(inn);
        return new ManualFactView(
                id,
                number,
                PersonName.shown(name, number),
                fact,
                value,
                validFrom,
                validUntil,
                new EnterFact.Paper(documentTitle, documentNumber, documentOn),
                documentId,
                state,
                enteredBy,
                enteredAt,
                decidedBy,
                refusal,
                recordedAt,
                supersededAt);
    }

    FactSource source() {
        return ManualFacts.source(id, documentTitle, documentNumber, documentOn);
    }
}
