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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.registry.SubjectName;
import ru.mos.clusters.support.rule.GivenSupport;
import ru.mos.clusters.support.rule.SupportFacts;

/**
 * Whether support may be given to a recipient on a day: by our own register and the tax service's, each support counted once.
 * Nothing is decided here; for a joint project the cluster organisation and each participant with a share are asked about.
 */
@Stateless
@DenyAll
public class SupportChecks {

    @Inject
    private KnownSupport known;

    @Inject
    private LawTerms terms;

    @Inject
    private DirectoryCodes directory;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    /**
     * Checks both bans.
     *
     * @throws Problem {@code support-kind-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public SupportVerdict check(CheckQuery query) {
        var now = time.now();
        var on = query.on() == null ? LocalDate.ofInstant(now, Time.MOSCOW) : query.on();
        var draft = directory.draft(query.form(), query.kind(), query.purpose(), on);
        var pictures = known.pictures(query.inn(), on, query.knownOn());
        var register = pictures.standing(on, terms.releaseDays(on, query.knownOn()));
        var supports = known.supports(query.inn(), pictures, query.knownOn(), query.apart());
        var facts = new SupportFacts(
                on, draft, register, supports, known.violations(query.inn(), pictures, query.knownOn()));
        var result = terms.check(on, query.knownOn()).check(facts);
        return new SupportVerdict(
                query.inn(),
                name(query.inn()),
                on,
                query.knownOn() == null || query.knownOn().isAfter(now) ? now : query.knownOn(),
                draft,
                result.outcome(),
                register,
                result.findings());
    }

    /** What both registers show of one recipient for a day, whatever its form and kind; each support once. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, SERVICE})
    public List<GivenSupport> given(Inn inn, @Nullable LocalDate on, @Nullable Instant knownOn) {
        var day = on == null ? time.today() : on;
        return known.supports(inn, known.pictures(inn, day, knownOn), knownOn, null);
    }

    private @Nullable String name(Inn inn) {
        return sql.with(handle -> handle.createQuery(
                                "select name from registry.entity where inn = :inn and name is not null limit 1")
                        .bind("inn", inn)
                        .mapTo(String.class)
                        .findOne())
                .map(name -> SubjectName.shown(name, inn))
                .orElse(null);
    }
}
