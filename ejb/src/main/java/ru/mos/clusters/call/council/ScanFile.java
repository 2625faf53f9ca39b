package ru.mos.clusters.call.council;

import java.nio.file.Path;

/** The signed paper of a protocol, to be given out as it came and never executed. */
public record ScanFile(Path path, String name, String mediaType, String sha256) {}
