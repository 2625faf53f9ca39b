package ru.mos.clusters.inkind;

import java.io.Serializable;

/** An entry of a directory in both languages. */
public record Term(String code, String nameRu, String nameEn) implements Serializable {}
