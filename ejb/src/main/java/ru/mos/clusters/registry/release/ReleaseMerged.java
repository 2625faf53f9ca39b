package ru.mos.clusters.registry.release;

/** Fired after the facts of a release have appeared (or, withdrawn, disappeared): whoever judges by them judges anew. */
public record ReleaseMerged(long release) {}
