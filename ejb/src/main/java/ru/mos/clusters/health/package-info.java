/**
 * Health on the management port. Packed as a library of the EAR, not into the EJB jar: the server's health reporter sees
 * only beans at the top of a deployment.
 */
@NullMarked
package ru.mos.clusters.health;

import org.jspecify.annotations.NullMarked;
