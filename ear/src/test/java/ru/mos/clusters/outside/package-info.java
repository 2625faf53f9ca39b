/**
 * Tests from outside, in the place of other departments' programs and of a newcomer with the README: the untouched EAR,
 * the published doors, no class of the application.
 */
package ru.mos.clusters.outside;
