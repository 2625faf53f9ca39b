package ru.mos.clusters.inkind;

import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** What recipients can ask for: of whom, as which kind of support, in which unit, for which sector. */
@Stateless
@DenyAll
public class InKindOffers {

    @Inject
    private OfferRows rows;

    @Inject
    private Sql sql;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /**
     * A service that an accredited organisation offers on a day.
     *
     * @param sector code; null: to any sector
     * @param capacity of that day's calendar year, in the service's unit
     * @param reserved of it
     */
    public record Offered(
            UUID id,
            UUID organisation,
            String organisationCode,
            Inn organisationInn,
            String organisationName,
            String service,
            String serviceRu,
            String serviceEn,
            String unitRu,
            String unitEn,
            @Nullable String sector,
            BigDecimal capacity,
            BigDecimal reserved) {

        /** What is left. */
        public BigDecimal free() {
            return capacity.subtract(reserved).max(BigDecimal.ZERO);
        }
    }

    /** A kind of support within its form, measured in a unit. */
    public record Measured(
            String form,
            String formRu,
            String formEn,
            String kind,
            String kindRu,
            String kindEn,
            String unit,
            String unitRu,
            String unitEn) {}

    /** An organisation that the caller acts for. */
    public record Recipient(Inn inn, @Nullable String name) {}

    /** All that is offered on a day (null: today), by service and organisation. */
    @RolesAllowed({APPLICANT, SERVICE, INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public List<Offered> offers(@Nullable LocalDate on) {
        return rows.on(on == null ? time.today() : on);
    }

    /** Kinds of the directory today but for money, each with every unit of its form. */
    @RolesAllowed({APPLICANT, SERVICE, INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public List<Measured> kinds() {
        return sql.with(handle -> handle.createQuery("""
                        select f.code as form, f.name_ru as form_ru, f.name_en as form_en, k.code as kind, k.name_ru as kind_ru,
                               k.name_en as kind_en, u.code as unit, u.name_ru as unit_ru, u.name_en as unit_en
                          from support.kind k
                          join support.form f on f.code = k.form
                          join support.form_unit m on m.form = f.code
                          join support.unit u on u.code = m.unit
                         where f.code <> 'FINANCIAL' and daterange(k.valid_from, k.valid_until) @> platform.today()
                           and daterange(f.valid_from, f.valid_until) @> platform.today()
                         order by f.position, k.code, u.position
                         limit 5000""").mapTo(Measured.class).list());
    }

    /** Sectors in their order. */
    @RolesAllowed({APPLICANT, SERVICE, INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public List<Term> sectors() {
        return sql.with(handle -> handle.createQuery(
                        "select code, name_ru, name_en from cluster.sector order by position, code")
                .mapTo(Term.class)
                .list());
    }

    /** Organisations for which the caller may ask and confirm, by INN. */
    @RolesAllowed({APPLICANT, SERVICE, INFRASTRUCTURE, GCKR, DEPARTMENT, CHIEF, AUDITOR})
    public List<Recipient> recipients() {
        return sql.with(handle -> handle.createQuery("""
                        select r.inn, coalesce((select o.name from platform.organisation o where o.inn = r.inn order by o.name limit 1),
                                               (select e.name from registry.entity e where e.inn = r.inn and e.name is not null limit 1)) as name
                          from (select platform.represented(:me, :person) as inn) r
                         order by r.inn""")
                .bind("me", caller.login())
                .bind("person", caller.hasRole(APPLICANT))
                .mapTo(Recipient.class)
                .list());
    }
}
