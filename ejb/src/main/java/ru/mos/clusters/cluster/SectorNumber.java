package ru.mos.clusters.cluster;

/** The place of a cluster among those of its sector: {@code IT-1}. */
record SectorNumber(String sector, String prefix, int number) {

    String code() {
        return prefix + "-" + number;
    }
}
