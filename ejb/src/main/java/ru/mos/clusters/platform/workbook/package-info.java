/**
 * Spreadsheets from outside: XLSX workbooks read as plain cells within bounds. What the cells mean is known to whoever
 * reads them.
 */
@NullMarked
package ru.mos.clusters.platform.workbook;

import org.jspecify.annotations.NullMarked;
