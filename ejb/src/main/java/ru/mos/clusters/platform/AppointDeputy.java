package ru.mos.clusters.platform;

import java.time.LocalDate;

/**
 * Lets somebody stand in for another by an order.
 *
 * @param from first day
 * @param to first day no more
 */
public record AppointDeputy(String deputy, String deputised, LocalDate from, LocalDate to, Paper document) {}
