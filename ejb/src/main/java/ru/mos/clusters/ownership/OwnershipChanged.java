package ru.mos.clusters.ownership;

/** Who owns or directs whom is known otherwise than before; fired after the change is committed. */
public record OwnershipChanged() {}
