package ru.mos.clusters.registry;

import ru.mos.clusters.platform.Inn;

/** Fired when a fact entered by hand about a subject came into force or was ended. */
public record FactChanged(Inn inn) {}
