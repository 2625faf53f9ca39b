package ru.mos.clusters.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.FactRows.HandEntry;
import ru.mos.clusters.eligibility.rule.Qualification;
import ru.mos.clusters.eligibility.rule.SmeStanding;
import ru.mos.clusters.eligibility.rule.SmeStanding.Category;
import ru.mos.clusters.eligibility.rule.SmeStanding.Missing;
import ru.mos.clusters.eligibility.rule.SmeStanding.Register;
import ru.mos.clusters.eligibility.rule.Source;
import ru.mos.clusters.platform.Inn;

/**
 * What was entered by hand about participants and organisations, by INN, as of a day.
 *
 * @param entries of one subject in the order of their first days
 */
record Entered(Map<Inn, List<HandEntry>> entries, LocalDate asOf) {

    private Stream<HandEntry> of(Inn inn, String fact) {
        return entries.getOrDefault(inn, List.of()).stream()
                .filter(entry -> entry.fact().equals(fact));
    }

    @Nullable
    HandEntry legalForm(Inn inn) {
        return of(inn, "LEGAL_FORM").findFirst().orElse(null);
    }

    /** In the city's register while a document says so, out once the last such period is over, unknown without any. */
    SmeStanding cityRegister(Inn inn) {
        var last = of(inn, "CITY_REGISTER").reduce((earlier, later) -> later);
        if (last.isEmpty()) {
            return SmeStanding.unknown(Missing.NO_HAND_ENTRY, Register.CITY_REGISTER, Source.NONE);
        }
        var entry = last.get();
        var until = entry.validUntil();
        return until != null && !asOf.isBefore(until)
                ? SmeStanding.out(until, Register.CITY_REGISTER, entry.source())
                : SmeStanding.in(
                        Category.valueOf(entry.value()),
                        entry.validFrom(),
                        null,
                        Register.CITY_REGISTER,
                        entry.source());
    }

    /** Signs that a document confirms; that it denies one is no sign. */
    List<Qualification> qualifications(Inn inn) {
        return Stream.of(
                        Qualification.Kind.INNOVATIVE,
                        Qualification.Kind.PRODUCTION,
                        Qualification.Kind.EXPORT_ORIENTED)
                .flatMap(kind -> of(inn, kind.name())
                        .filter(entry -> entry.value().equals("true"))
                        .map(entry -> new Qualification(kind, entry.value(), entry.source())))
                .toList();
    }
}
