package ru.mos.clusters.recipient;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.EntityKind;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;

/**
 * A record that was not sent as it stands, with what decides whether it may be.
 *
 * @param status in the register of SMEs on the day of the decision
 * @param name full, as far as any source gives it; of a private person never that of the record, which bears initials
 * @param selfEmployed whether a document confirmed by two persons called it a payer of the tax on professional income on that day
 * @param formCode null, as the kind's, where the loaded directory holds none for that day
 * @param heldFor why the same row was held back the last time
 * @param told whether something of it was sent and not refused
 */
record Candidate(
        long rowId,
        UUID recordId,
        Inn inn,
        SmeStatus status,
        @Nullable SmeCategory category,
        @Nullable EntityKind kind,
        @Nullable String ogrn,
        @Nullable String name,
        boolean association,
        boolean selfEmployed,
        @Nullable String formCode,
        @Nullable String kindCode,
        String facts,
        @Nullable LocalDate stoppedOn,
        String violations,
        boolean told,
        @Nullable String toldFacts,
        @Nullable LocalDate toldStop,
        @Nullable String toldViolations,
        @Nullable HoldReason heldFor,
        boolean annulled) {

    private static final int LONGEST_NAME = 1000;
    private static final int COMPANY_DIGITS = 13;
    private static final int ENTREPRENEUR_DIGITS = 15;

    /** What XML 1.0 may hold. */
    private static final Pattern BEARABLE =
            Pattern.compile("[\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]*");

    /** Why it is not sent; null where it is. Pure. */
    @Nullable
    HoldReason hold() {
        if (annulled) {
            return HoldReason.ANNULLED;
        }
        if (association) {
            return HoldReason.ASSOCIATION;
        }
        if (status != SmeStatus.IN && !(selfEmployed && !inn.isLegalEntity())) {
            return outside();
        }
        var unfit = unfit();
        if (unfit != null) {
            return unfit;
        }
        return formCode == null || kindCode == null ? HoldReason.CODE_MISSING : null;
    }

    /** What of its name or number no file bears. */
    private @Nullable HoldReason unfit() {
        if (name == null || name.isBlank()) {
            return HoldReason.NAME_MISSING;
        }
        if (!inn.isLegalEntity()) {
            var person = PersonName.of(name);
            if (person.isEmpty()) {
                return HoldReason.NAME_MISSING;
            }
            if (!person.get().fits()) {
                return HoldReason.NAME_UNFIT;
            }
        }
        if (name.length() > LONGEST_NAME || !BEARABLE.matcher(name).matches()) {
            return HoldReason.NAME_UNFIT;
        }
        int digits = inn.isLegalEntity() ? COMPANY_DIGITS : ENTREPRENEUR_DIGITS;
        boolean wrong = ogrn != null && !ogrn.isBlank() && !ogrn.matches("[0-9]{" + digits + "}");
        return wrong && subject() != RecipientSubject.SELF_EMPLOYED ? HoldReason.OGRN_MALFORMED : null;
    }

    private HoldReason outside() {
        if (status == SmeStatus.UNKNOWN) {
            return HoldReason.STATUS_UNKNOWN;
        }
        return inn.isLegalEntity() ? HoldReason.NOT_SME : HoldReason.SELF_EMPLOYED_UNPROVEN;
    }

    /** What is new in it. */
    ItemAction action() {
        if (!told) {
            return ItemAction.CREATE;
        }
        if (!facts.equals(toldFacts) || (stoppedOn == null && toldStop != null)) {
            return ItemAction.CORRECT;
        }
        return Objects.equals(stoppedOn, toldStop) ? ItemAction.VIOLATION : ItemAction.STOP;
    }

    RecipientSubject subject() {
        if (inn.isLegalEntity()) {
            return RecipientSubject.COMPANY;
        }
        return status == SmeStatus.IN ? RecipientSubject.ENTREPRENEUR : RecipientSubject.SELF_EMPLOYED;
    }

    RecipientCategory recipientCategory() {
        return status != SmeStatus.IN || category == null
                ? RecipientCategory.NONE
                : RecipientCategory.valueOf(category.name());
    }
}
