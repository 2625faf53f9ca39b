package ru.mos.clusters.generator;

/** {@code ВидСубМСП}. */
enum Kind {
    LEGAL_ENTITY("1"),
    ENTREPRENEUR("2"),
    FARM_HEAD("3");

    final String code;

    Kind(String code) {
        this.code = code;
    }
}
