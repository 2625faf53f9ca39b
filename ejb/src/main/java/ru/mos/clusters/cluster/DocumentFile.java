package ru.mos.clusters.cluster;

import java.nio.file.Path;

/** A file of a paper, to be given out as it came and never executed. */
public record DocumentFile(Path path, String name, String mediaType, long size) {}
