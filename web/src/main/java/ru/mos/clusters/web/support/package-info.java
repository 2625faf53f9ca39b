/** Recipients of support at both doors: our records, violations, the tax service's publications, and the check. */
@NullMarked
package ru.mos.clusters.web.support;

import org.jspecify.annotations.NullMarked;
