package ru.mos.clusters.call.council;

import java.time.LocalDate;
import java.util.UUID;

/** A sitting of a body about applications to a call. */
public record PlanSitting(String body, UUID call, SittingForm form, LocalDate heldOn, String place) {}
