/** The bank at both doors: payment orders and their files, statements, what of them belongs together, and our accounts. */
@NullMarked
package ru.mos.clusters.web.bank;

import org.jspecify.annotations.NullMarked;
