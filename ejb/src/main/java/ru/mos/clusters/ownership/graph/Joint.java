package ru.mos.clusters.ownership.graph;

import java.util.List;

/**
 * A group took in a company by votes of several members together (135-ФЗ art. 9 part 1 p. 9), or two companies have the same
 * board (p. 4).
 *
 * @param number its place in the order in which they were found
 * @param edges the fewest that suffice; all into one company, or for each common person one into each of both
 */
record Joint(int number, List<Integer> edges, boolean isBoard) {}
