package ru.mos.clusters.call.council;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ru.mos.clusters.platform.Paper;

/** An order about who sits in a body, with whom it appointed and released. */
public record OrderView(UUID id, LocalDate from, Paper document, List<String> appointed, List<String> released)
        implements Serializable {}
