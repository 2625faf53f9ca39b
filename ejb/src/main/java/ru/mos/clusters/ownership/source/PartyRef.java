package ru.mos.clusters.ownership.source;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.PartyKind;

/**
 * Who: as a source names it. Numbers here have right check digits; a wrong one is left out and remarked.
 *
 * @param ogrn of an entrepreneur: ОГРНИП
 * @param record what else tells it apart: a BODS record, {@code ru}, {@code ru-77} or {@code ru-77/name} of a public body,
 *     {@code reg:country:number} of a foreign entity, {@code deed:number} of an investment partnership
 * @param name empty if withheld
 * @param country three digits (ОКСМ) in extracts, two letters in BODS
 */
public record PartyRef(
        PartyKind kind,
        @Nullable String inn,
        @Nullable String ogrn,
        @Nullable String record,
        String name,
        @Nullable String country,
        @Nullable LocalDate born) {

    /** Whether it can be told apart from others of the same name. */
    public boolean isIdentified() {
        return inn != null || ogrn != null || record != null;
    }

    /** Whether both are one by a number; equal names never suffice. */
    boolean isSame(PartyRef other) {
        return (inn != null && inn.equals(other.inn))
                || (ogrn != null && ogrn.equals(other.ogrn))
                || (inn == null && ogrn == null && record != null && Objects.equals(record, other.record));
    }
}
