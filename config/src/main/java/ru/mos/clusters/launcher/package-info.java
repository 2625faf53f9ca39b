/**
 * One command that runs the whole product on one machine: embedded PostgreSQL (durable), the provisioned WildFly, demo
 * users and data. For a department's own servers see {@code config/docs/operations.md} instead.
 */
@NullMarked
package ru.mos.clusters.launcher;

import org.jspecify.annotations.NullMarked;
