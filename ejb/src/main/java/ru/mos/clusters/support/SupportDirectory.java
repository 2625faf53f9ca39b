package ru.mos.clusters.support;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Text;

/**
 * Forms of support, kinds within a form, and units, with the codes under which the tax service's register knows them. Its
 * directory is not published as data: codes are added as they become known, and what they name is then found in publications
 * taken in before, too.
 */
@Stateless
@DenyAll
public class SupportDirectory {

    @Inject
    private Sql sql;

    @Inject
    private Changes changes;

    /**
     * A form of support.
     *
     * @param registerCode the tax service's; null while it is not known
     * @param units codes of the units in which it may be measured
     */
    public record Form(
            String code,
            String nameRu,
            String nameEn,
            @Nullable String registerCode,
            List<String> units,
            String basis,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** A kind of support within a form. */
    public record Kind(
            String form,
            String code,
            String nameRu,
            String nameEn,
            @Nullable String registerCode,
            String basis,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** In what support is measured. */
    public record Unit(String code, String nameRu, String nameEn, String registerCode) {}

    /** Forms in the order of the Concept. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public List<Form> forms() {
        return sql.with(handle -> handle.createQuery("""
                        select f.code, f.name_ru, f.name_en, f.register_code, f.basis, f.valid_from as "from",
                               f.valid_until as "to",
                               array(select u.code from support.form_unit m join support.unit u on u.code = m.unit
                                      where m.form = f.code order by u.position) as units
                          from support.form f
                         order by f.position""").mapTo(Form.class).list());
    }

    /** Kinds by form and code. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public List<Kind> kinds() {
        return sql.with(handle -> handle.createQuery("""
                        select k.form, k.code, k.name_ru, k.name_en, k.register_code, k.basis, k.valid_from as "from",
                               k.valid_until as "to"
                          from support.kind k
                          join support.form f on f.code = k.form
                         order by f.position, k.code
                         limit 5000""").mapTo(Kind.class).list());
    }

    /** Units. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public List<Unit> units() {
        return sql.with(handle -> handle.createQuery(
                        "select code, name_ru, name_en, register_code from support.unit order by position")
                .mapTo(Unit.class)
                .list());
    }

    /**
     * Adds a kind of support to a form.
     *
     * @throws Problem {@code support-kind-form-unknown}, {@code support-kind-exists}, {@code support-kind-code-malformed},
     *     {@code support-kind-register-code-malformed}, {@code support-kind-register-code-taken}, {@code
     *     support-kind-register-code-unknown} where the loaded directory does not hold it, {@code period-empty}
     */
    @RolesAllowed(DEPARTMENT)
    public Kind add(Kind kind) {
        var given = new Kind(
                Text.required(kind.form(), "/form"),
                Text.required(kind.code(), "/code"),
                Text.required(kind.nameRu(), "/nameRu"),
                Text.required(kind.nameEn(), "/nameEn"),
                Text.optional(kind.registerCode(), "/registerCode"),
                Text.required(kind.basis(), "/basis"),
                kind.from(),
                kind.to());
        long change =
                changes.record("SUPPORT_KIND_ADDED", "SUPPORT_KIND", given.form() + "/" + given.code(), null, given);
        sql.with(handle -> handle.createUpdate("""
                        insert into support.kind (form, code, name_ru, name_en, register_form, register_code, basis, valid_from, valid_until,
                               recorded_by)
                        values (:form, :code, :nameRu, :nameEn,
                                (select f.register_code from support.form f where f.code = :form and cast(:registerCode as text) is not null),
                                :registerCode, :basis, :from, cast(:to as date), :change)""")
                .bind("form", given.form())
                .bind("code", given.code())
                .bind("nameRu", given.nameRu())
                .bind("nameEn", given.nameEn())
                .bind("registerCode", given.registerCode())
                .bind("basis", given.basis())
                .bind("from", given.from())
                .bind("to", given.to())
                .bind("change", change)
                .execute());
        return given;
    }
}
