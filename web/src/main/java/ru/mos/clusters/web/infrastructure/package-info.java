/** The support infrastructure on screens and over REST: organisations, accreditation, services, coverage of needs. */
@NullMarked
package ru.mos.clusters.web.infrastructure;

import org.jspecify.annotations.NullMarked;
