package ru.mos.clusters.call.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.ApplicantKind;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.platform.Problem;

/**
 * What the gate of an application looks at.
 *
 * @param kind as what the applicant applies, by its project
 * @param asksMoney whether the project's plan asks for money of the city
 * @param year of today
 * @param planned whether the measure is in the plan of that year
 * @param projectFaults what is wrong with the project within the limits of the call
 * @param standing how the project's clusters and participants stand today; null: not checked
 */
record ApplicationFacts(
        CallTerms terms,
        ApplicationAnswers answers,
        ApplicantKind kind,
        boolean asksMoney,
        int year,
        boolean planned,
        List<Problem> projectFaults,
        @Nullable ProjectStanding standing) {}
