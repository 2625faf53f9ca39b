package ru.mos.clusters.cluster.agglomeration;

import java.time.LocalDate;
import java.util.List;

/**
 * An agglomeration on a date.
 *
 * @param members clusters in it on the date, by sector and number
 * @param history every period of every cluster ever in it, as known now, by its beginning
 */
public record AgglomerationCard(
        AgglomerationView agglomeration, LocalDate asOf, List<AssignmentView> members, List<AssignmentView> history) {}
