/**
 * Joint projects on screens and over REST: the list, the card with its faults, consents and check, the form of each section,
 * and the path of the budget's share as a picture.
 */
@NullMarked
package ru.mos.clusters.web.project;

import org.jspecify.annotations.NullMarked;
