package ru.mos.clusters.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.criteria.Assessment;
import ru.mos.clusters.assessment.criteria.Finding.Criterion;
import ru.mos.clusters.assessment.criteria.RegisterFact;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;

/**
 * An enterprise on a day by the criteria of the law and by the register.
 *
 * @param knownOn instant of the latest change that could have a say; null where none had
 * @param decidedBy what makes an SME on the day; null before the law
 * @param status, category by what decides
 * @param criteria what the criteria come to, with all they used
 * @param register what the register of the day says
 */
public record SmeAssessment(
        Inn inn,
        String name,
        LocalDate asOf,
        @Nullable Instant knownOn,
        @Nullable Decider decidedBy,
        SmeStatus status,
        @Nullable SmeCategory category,
        Assessment criteria,
        RegisterFact register,
        Disagreement disagreement) {

    /** What makes an SME. */
    public enum Decider {
        CRITERIA,
        REGISTER
    }

    /**
     * How criteria and register stand to each other.
     *
     * @param causes why they disagree; empty unless they do
     */
    public record Disagreement(Kind kind, List<Cause> causes) {

        /** In what. */
        public enum Kind {
            NONE,
            /** One says it is an SME, the other that it is not. */
            STATUS,
            /** Both say it is, of different categories. */
            CATEGORY,
            /** One of them does not know. */
            NOT_COMPARABLE
        }

        /** Why. */
        public enum Cause {
            LEGAL_FORM,
            OWNERSHIP,
            /** The figures exceed the limits for as many years as the law asks. */
            SIZE,
            /** The register follows the last year alone, the law several in a row. */
            STICKY_YEARS,
            /** The figures known here make another category than the register shows. */
            FIGURES,
            /** All criteria are met, yet the register does not show it. */
            NOT_ENTERED
        }

        static Disagreement of(Assessment criteria, RegisterFact register) {
            if (criteria.status() == SmeStatus.UNKNOWN || register.status() == SmeStatus.UNKNOWN) {
                return new Disagreement(Kind.NOT_COMPARABLE, List.of());
            } else if (criteria.status() != register.status()) {
                return new Disagreement(Kind.STATUS, List.of(causeOf(criteria)));
            }
            return criteria.status() == SmeStatus.IN && register.category() != null
                    ? ofCategory(criteria, register.category())
                    : new Disagreement(Kind.NONE, List.of());
        }

        private static Disagreement ofCategory(Assessment criteria, SmeCategory registered) {
            if (!criteria.leavesOpen(registered)) {
                return new Disagreement(
                        Kind.CATEGORY, List.of(criteria.isLastYear(registered) ? Cause.STICKY_YEARS : Cause.FIGURES));
            }
            return new Disagreement(criteria.category() == null ? Kind.NOT_COMPARABLE : Kind.NONE, List.of());
        }

        private static Cause causeOf(Assessment criteria) {
            Criterion ground = criteria.ground();
            if (ground == null) {
                return Cause.NOT_ENTERED;
            }
            return switch (ground) {
                case LEGAL_FORM -> Cause.LEGAL_FORM;
                case OWNERSHIP -> Cause.OWNERSHIP;
                case HEADCOUNT, TURNOVER, CATEGORY -> Cause.SIZE;
            };
        }
    }
}
