package ru.mos.clusters.eligibility.draft;

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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.draft.RuleStore.Head;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Time;

/** The versions of the rules that judge or have judged, whole. */
@Stateless
@DenyAll
public class RuleVersions {

    @Inject
    private RuleStore store;

    @Inject
    private Time time;

    /** Every version, the latest first. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public List<RuleVersionView> list() {
        var heads = store.heads();
        return heads.stream().map(head -> view(head, heads)).toList();
    }

    /**
     * One version.
     *
     * @param reference code and number: {@code CONCEPT_2010:2}
     * @throws Problem {@code rule-version-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public RuleVersionView version(String reference) {
        var heads = store.heads();
        return heads.stream()
                .filter(head -> reference.equals(head.code() + ":" + head.version()))
                .findFirst()
                .map(head -> view(head, heads))
                .orElseThrow(() -> new Problem(DraftProblem.RULE_VERSION_UNKNOWN, reference));
    }

    /** Editions of acts that a condition may rest on, with their standing on a day. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, SERVICE})
    public List<ActEditionView> editions(@Nullable LocalDate day) {
        return store.editions(day == null ? time.today() : day);
    }

    private RuleVersionView view(Head head, List<Head> heads) {
        var today = time.today();
        var until = until(head, heads);
        boolean superseded = until.isPresent() && !today.isBefore(until.get());
        boolean begun = head.validFrom() == null || !today.isBefore(head.validFrom());
        return new RuleVersionView(
                head.code(),
                head.version(),
                superseded ? RuleState.SUPERSEDED : RuleState.PUBLISHED,
                begun && !superseded,
                until.orElse(null),
                head.publishedBy(),
                head.publishedAt(),
                store.content(head));
    }

    /** The first day of the version that judges in its place; two that begin on one day: the later one judges at once. */
    private static Optional<LocalDate> until(Head head, List<Head> heads) {
        return heads.stream()
                .filter(other -> other.code().equals(head.code()) && other.version() > head.version())
                .map(other -> other.validFrom() == null ? LocalDate.MIN : other.validFrom())
                .min(Comparator.naturalOrder());
    }
}
