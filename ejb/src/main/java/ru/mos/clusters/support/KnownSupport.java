package ru.mos.clusters.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.support.rule.GivenSupport;
import ru.mos.clusters.support.rule.RecognisedViolation;
import ru.mos.clusters.support.rule.SupportSource;
import ru.mos.clusters.support.rule.ViolationKind;

/** What is known of one recipient, by both registers: a support that both tell of, under one number, is one. */
@ApplicationScoped
class KnownSupport {

    @Inject
    private Sql sql;

    private record Own(
            UUID id,
            @Nullable UUID origin,
            @Nullable String registerNumber,
            String providerInn,
            @Nullable String providerName,
            String form,
            @Nullable String registerForm,
            String kind,
            @Nullable String registerKind,
            String purpose,
            LocalDate decidedOn,
            LocalDate endsOn,
            @Nullable LocalDate stoppedOn,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentDate) {

        GivenSupport fact() {
            return new GivenSupport(
                    registerNumber,
                    providerInn,
                    providerName,
                    form,
                    registerForm,
                    kind,
                    registerKind,
                    purpose,
                    decidedOn,
                    endsOn,
                    stoppedOn,
                    SupportSource.own(id.toString(), new Paper(documentTitle, documentNumber, documentDate)));
        }
    }

    private record Shown(
            long importId,
            LocalDate stateOn,
            @Nullable String registerNumber,
            @Nullable String providerInn,
            @Nullable String providerName,
            @Nullable String form,
            @Nullable String registerForm,
            @Nullable String kind,
            @Nullable String registerKind,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate stoppedOn) {

        GivenSupport fact() {
            return new GivenSupport(
                    registerNumber,
                    providerInn,
                    providerName,
                    form,
                    registerForm,
                    kind,
                    registerKind,
                    null,
                    decidedOn,
                    endsOn,
                    stoppedOn,
                    SupportSource.taxService(importId, stateOn));
        }
    }

    private record OwnViolation(
            UUID id,
            ViolationKind kind,
            LocalDate recognisedOn,
            @Nullable LocalDate correctionDue,
            @Nullable LocalDate correctedOn,
            @Nullable String registerNumber,
            String documentTitle,
            @Nullable String documentNumber,
            LocalDate documentDate) {

        RecognisedViolation fact() {
            return new RecognisedViolation(
                    kind,
                    recognisedOn,
                    correctionDue,
                    correctedOn,
                    registerNumber,
                    SupportSource.own(id.toString(), new Paper(documentTitle, documentNumber, documentDate)));
        }
    }

    private record ShownViolation(
            long importId,
            LocalDate stateOn,
            @Nullable String registerNumber,
            ViolationKind kind,
            @Nullable LocalDate recognisedOn,
            @Nullable LocalDate correctionDue,
            @Nullable LocalDate correctedOn) {

        RecognisedViolation fact() {
            return new RecognisedViolation(
                    kind,
                    recognisedOn,
                    correctionDue,
                    correctedOn,
                    registerNumber,
                    SupportSource.taxService(importId, stateOn));
        }
    }

    Pictures pictures(Inn inn, LocalDate on, @Nullable Instant knownOn) {
        return new Pictures(sql.with(handle -> handle.createQuery(sql.file(KnownSupport.class, "Pictures"))
                .bind("inn", inn)
                .bind("on", on)
                .bind("knownOn", knownOn)
                .mapTo(Pictures.Picture.class)
                .list()));
    }

    /**
     * Our own first: it says the purpose.
     *
     * @param apart support that follows from it is left out, in whichever register; null: nothing is
     */
    List<GivenSupport> supports(Inn inn, Pictures pictures, @Nullable Instant knownOn, @Nullable UUID apart) {
        var own = sql.with(handle -> handle.createQuery(sql.file(KnownSupport.class, "OwnSupports"))
                .bind("inn", inn)
                .bind("knownOn", knownOn)
                .mapTo(Own.class)
                .list());
        var numbers =
                own.stream().map(Own::registerNumber).filter(Objects::nonNull).collect(Collectors.toSet());
        var all = new ArrayList<>(own.stream()
                .filter(one -> one.origin() == null || !one.origin().equals(apart))
                .map(Own::fact)
                .toList());
        shown("ShownSupports", inn, pictures, Shown.class).stream()
                .filter(shown -> shown.registerNumber() == null || !numbers.contains(shown.registerNumber()))
                .map(Shown::fact)
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** What the tax service says without a date is dropped where our own record of the same support says more. */
    List<RecognisedViolation> violations(Inn inn, Pictures pictures, @Nullable Instant knownOn) {
        var all = new ArrayList<>(sql.with(handle -> handle.createQuery(sql.file(KnownSupport.class, "OwnViolations"))
                .bind("inn", inn)
                .bind("knownOn", knownOn)
                .mapTo(OwnViolation.class)
                .map(OwnViolation::fact)
                .list()));
        var told = all.stream()
                .map(RecognisedViolation::supportNumber)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        shown("ShownViolations", inn, pictures, ShownViolation.class).stream()
                .filter(shown -> shown.recognisedOn() != null
                        || shown.registerNumber() == null
                        || !told.contains(shown.registerNumber()))
                .map(ShownViolation::fact)
                .forEach(all::add);
        return List.copyOf(all);
    }

    private <T> List<T> shown(String file, Inn inn, Pictures pictures, Class<T> shape) {
        var imports = pictures.counting();
        if (imports.isEmpty()) {
            return List.of();
        }
        return sql.with(handle -> {
            handle.registerArrayType(Long.class, "bigint");
            return handle.createQuery(sql.file(KnownSupport.class, file))
                    .bind("inn", inn)
                    .bindArray("imports", Long.class, imports)
                    .mapTo(shape)
                    .list();
        });
    }
}
