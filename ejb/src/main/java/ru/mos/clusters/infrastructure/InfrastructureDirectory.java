package ru.mos.clusters.infrastructure;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;

/** Kinds of organisations, services with their units, and what acts require of those to be accredited. */
@Stateless
@DenyAll
public class InfrastructureDirectory {

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    @Inject
    private Time time;

    /** A kind of organisation. */
    public record Kind(String code, String nameRu, String nameEn) {}

    /** A service and what it is measured in. */
    public record ServiceKind(String code, String nameRu, String nameEn, String unitRu, String unitEn) {}

    /**
     * What an act requires.
     *
     * @param kind code; null: of organisations of every kind
     * @param validUntil first day on which it is required no more; null while it is
     */
    public record Requirement(
            UUID id,
            @Nullable String kind,
            String textRu,
            String textEn,
            String act,
            String paragraph,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /** A requirement to be added; {@code kind} null: for organisations of every kind. */
    public record AddRequirement(
            @Nullable String kind, String textRu, String textEn, String act, String paragraph, LocalDate from) {

        /** @throws ru.mos.clusters.platform.Problem {@code field-required}, {@code text-too-long} */
        public AddRequirement {
            textRu = Text.required(textRu, "/textRu");
            textEn = Text.required(textEn, "/textEn");
            act = Text.required(act, "/act");
            paragraph = Text.required(paragraph, "/paragraph");
        }
    }

    /** Kinds in the order in which people read them. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public List<Kind> kinds() {
        return sql.with(handle -> handle.createQuery(
                        "select code, name_ru, name_en from infrastructure.kind order by position, code")
                .mapTo(Kind.class)
                .list());
    }

    /** Services in the order in which people read them. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public List<ServiceKind> services() {
        return sql.with(
                handle -> handle.createQuery("""
                        select code, name_ru, name_en, unit_ru, unit_en
                          from infrastructure.service
                         order by position, code""").mapTo(ServiceKind.class).list());
    }

    /** Requirements in force on a day (null: today) for a kind (null: for all kinds), in their order. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public List<Requirement> requirements(@Nullable String kind, @Nullable LocalDate asOf) {
        return sql.with(handle -> handle.createQuery("""
                        select id, kind, text_ru, text_en, act, paragraph, valid_from, valid_until
                          from infrastructure.requirement
                         where daterange(valid_from, valid_until) @> cast(:asOf as date)
                           and (cast(:kind as text) is null or kind is null or kind = cast(:kind as text))
                         order by position, id""")
                .bind("asOf", asOf == null ? time.today() : asOf)
                .bind("kind", kind)
                .mapTo(Requirement.class)
                .list());
    }

    /**
     * Adds a requirement behind the others.
     *
     * @throws ru.mos.clusters.platform.Problem {@code infrastructure-kind-unknown}
     */
    @RolesAllowed(DEPARTMENT)
    public Requirement add(AddRequirement command) {
        var id = UUID.randomUUID();
        long change = changes.record("REQUIREMENT_ADDED", "INFRASTRUCTURE_REQUIREMENT", id.toString(), null, command);
        sql.with(handle -> handle.createUpdate("""
                        insert into infrastructure.requirement (id, kind, text_ru, text_en, act, paragraph, position, valid_from,
                               recorded_by)
                        select :id, :kind, :ru, :en, :act, :paragraph, coalesce(max(position), 0) + 1, :from, :change
                          from infrastructure.requirement""")
                .bind("id", id)
                .bind("kind", command.kind())
                .bind("ru", command.textRu())
                .bind("en", command.textEn())
                .bind("act", command.act())
                .bind("paragraph", command.paragraph())
                .bind("from", command.from())
                .bind("change", change)
                .execute());
        return new Requirement(
                id,
                command.kind(),
                command.textRu(),
                command.textEn(),
                command.act(),
                command.paragraph(),
                command.from(),
                null);
    }
}
