package ru.mos.clusters.opendata;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A grant as the database tells of it.
 *
 * @param code of its agreement: the subject under which the ledger keeps it
 * @param origin 1: by an agreement made here; 2: taken on with opening balances
 * @param party who answers for it on the day: a person's number has 12 digits
 * @param paper number on the agreement's paper
 * @param dueOn last day on which something is due under it
 * @param programme and measure, parted by a slash
 */
record Grant(
        String code,
        int origin,
        String party,
        String title,
        String paper,
        LocalDate signedOn,
        LocalDate awardedOn,
        BigDecimal awarded,
        BigDecimal disbursed,
        @Nullable LocalDate dueOn,
        @Nullable String programme,
        @Nullable String programmeTitle,
        @Nullable String cluster,
        @Nullable String partyName) {

    boolean isOfPerson() {
        return party.length() != 10;
    }

    String recipient() {
        return partyName == null || partyName.isBlank() ? "Организация, ИНН " + party : partyName;
    }

    String description() {
        if (origin == 2) {
            return "Субсидия, предоставленная до начала ведения учёта в системе";
        }
        return "Субсидия по соглашению " + paper + " на совместный проект «" + title + "»"
                + (cluster == null ? "" : " кластера " + cluster);
    }
}
