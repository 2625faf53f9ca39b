package ru.mos.clusters.support.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.support.rule.ViolationKind;

/**
 * One document of a publication: a recipient and what it was given.
 *
 * @param name of a legal entity; of a private person it is not read
 * @param stateOn ДатаСост; null where it cannot be read
 */
record RecipientDocument(
        @Nullable String document,
        int line,
        @Nullable LocalDate stateOn,
        String inn,
        @Nullable String name,
        List<Given> supports) {

    /** One СвПредПод; what could not be read is null. */
    record Given(
            @Nullable String number,
            @Nullable String subjectKind,
            @Nullable String providerInn,
            @Nullable String providerName,
            @Nullable String formCode,
            @Nullable String formName,
            @Nullable String kindCode,
            @Nullable String kindName,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate stoppedOn,
            @Nullable BigDecimal size,
            @Nullable String unitCode,
            List<Violation> violations) {}

    /** One violation; often no more than that there was one. */
    record Violation(
            ViolationKind kind,
            @Nullable LocalDate recognisedOn,
            @Nullable LocalDate correctionDue,
            @Nullable LocalDate correctedOn) {}
}
