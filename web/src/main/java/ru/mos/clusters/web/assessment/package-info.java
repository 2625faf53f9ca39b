/** Pages and resources of the assessment of enterprises as SMEs by the criteria of the law. */
@NullMarked
package ru.mos.clusters.web.assessment;

import org.jspecify.annotations.NullMarked;
