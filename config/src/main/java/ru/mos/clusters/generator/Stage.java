package ru.mos.clusters.generator;

import java.time.LocalDate;

/** One release in a row of them: its date, its form and what has moved since the one before (nothing, for the first). */
record Stage(LocalDate stateOn, FormatVersion version, Movement movement) {}
