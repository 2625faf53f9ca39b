/** Who owns and directs whom, at both doors: imports, statements entered by hand, holdings and affiliation with its proof. */
@NullMarked
package ru.mos.clusters.web.ownership;

import org.jspecify.annotations.NullMarked;
