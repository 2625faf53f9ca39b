package ru.mos.clusters.registry;

import java.time.LocalDate;
import java.util.UUID;

final class ManualFacts {
    private ManualFacts() {}

    static FactSource source(UUID id, String title, String number, LocalDate date) {
        return new FactSource(FactSource.Kind.HAND_ENTRY, null, null, date, title + " № " + number, id);
    }
}
