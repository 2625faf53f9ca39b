package ru.mos.clusters.call.programme;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An act by which a programme was adopted, in one edition; null where the act has none. */
public record ProgrammeAct(String act, @Nullable LocalDate edition) implements Serializable {}
