package ru.mos.clusters.bank;

import java.io.Serializable;

/** A thing of another package, by the kind under which changes to it are recorded, and its id. */
public record Source(String kind, String id) implements Serializable {}
