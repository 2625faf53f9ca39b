/**
 * What an administrator does from the command line, with only a JDK: back up and restore database and documents
 * together, tell whether two installations hold the same, let the first administrator in. Works alike for the embedded
 * PostgreSQL and for a server of the department; it needs no program of PostgreSQL's own, which the embedded one lacks.
 */
@NullMarked
package ru.mos.clusters.operations;

import org.jspecify.annotations.NullMarked;
