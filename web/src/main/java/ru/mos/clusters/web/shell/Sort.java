package ru.mos.clusters.web.shell;

/** By which of its columns a list is ordered. */
public record Sort<E extends Enum<E>>(E by, boolean descending) {}
