/**
 * Workbooks that people fill in: templates on their way out, XLSX read as plain cells within bounds on its way in. What the
 * cells mean is known to whoever reads them.
 */
@NullMarked
package ru.mos.clusters.platform.workbook;

import org.jspecify.annotations.NullMarked;
