package ru.mos.clusters.registry.release;

import java.time.LocalDate;

/** What every document of a release has in common. */
record Expected(long release, int file, LocalDate stateOn) {}
