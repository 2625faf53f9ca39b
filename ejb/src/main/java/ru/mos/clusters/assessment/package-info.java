/**
 * The assessment of enterprises as SMEs by the criteria of the law, and where it disagrees with the register.
 *
 * <p>Enter through {@link SmeAssessments} (one enterprise, for the doors) and {@link SmesByLaw} (many at once, for other
 * services). Before 01.12.2018 the criteria make an SME; since then the register does, and the assessment is a diagnosis. How
 * facts become an answer is the matter of {@code assessment.criteria}.
 *
 * <p>Source: {@code domain.md} §0.1, §2 (209-ФЗ art. 3, 4, 4.1).
 */
@NullMarked
package ru.mos.clusters.assessment;

import org.jspecify.annotations.NullMarked;
