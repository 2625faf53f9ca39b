package ru.mos.clusters.support.intake;

import java.util.HashSet;
import java.util.Set;

/** What was remarked about a file already: what stands in every record is said once. */
final class Oddities {

    private static final int MOST = 200;

    private final Set<String> said = new HashSet<>();

    boolean isNew(String what) {
        return said.size() < MOST && said.add(what);
    }
}
