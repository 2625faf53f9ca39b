/**
 * Agreements at both doors: what is promised on what terms, own money and accounts by their documents, payments that two or three
 * persons make, reviews that hold them, reports that account for them.
 */
@NullMarked
package ru.mos.clusters.web.agreement;

import org.jspecify.annotations.NullMarked;
