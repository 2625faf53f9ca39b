package ru.mos.clusters.project;

import java.io.Serializable;

/** An indicator of the catalogue. */
public record IndicatorView(
        String code,
        ProjectDirection direction,
        String nameRu,
        String nameEn,
        String unitRu,
        String unitEn,
        IndicatorSense sense)
        implements Serializable {}
