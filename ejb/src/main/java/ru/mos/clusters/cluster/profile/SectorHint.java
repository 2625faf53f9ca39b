package ru.mos.clusters.cluster.profile;

import ru.mos.clusters.cluster.SectorActivity;

/** A sector that an activity suggests, and how closely. */
public record SectorHint(String sector, SectorActivity.Tier tier) {}
