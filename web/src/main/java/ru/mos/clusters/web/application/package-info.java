/** Doors to applications: the guided form, the list and the card, the formal check, requests to other bodies, mandates. */
@NullMarked
package ru.mos.clusters.web.application;

import org.jspecify.annotations.NullMarked;
