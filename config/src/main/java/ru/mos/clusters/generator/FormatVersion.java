package ru.mos.clusters.generator;

import java.util.Arrays;

/** Version of the register's form, {@code ВерсФорм}: each says less or more about the same subject. */
public enum FormatVersion {
    /** 2016–2019: neither registration numbers nor headcount nor the mark of a social enterprise. */
    V4_01("4.01", "08012016"),
    /** From March 2022. */
    V4_04("4.04", "10032022"),
    /** From June 2023. */
    V4_05("4.05", "10062023"),
    /** From May 2026: activities by reporting beside the declared ones, or instead of them; place under another name. */
    V4_06("4.06", "12052026"),
    /** Not issued by anyone: 4.06 with a number and an element that no reader has met. */
    V4_07("4.07", "12052027");

    private final String label;
    private final String structure;

    FormatVersion(String label, String structure) {
        this.label = label;
        this.structure = structure;
    }

    /** As written in the file: "4.06". */
    public String label() {
        return label;
    }

    /**
     * The version with this label.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static FormatVersion of(String label) {
        return Arrays.stream(values())
                .filter(version -> version.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such version: " + label + ", known are "
                        + Arrays.stream(values()).map(FormatVersion::label).toList()));
    }

    /** Date of the structure as in the names of the releases, ddMMyyyy. */
    String structure() {
        return structure;
    }

    boolean hasNumbersAndMarks() {
        return this != V4_01;
    }

    boolean hasReportedActivities() {
        return compareTo(V4_06) >= 0;
    }

    boolean hasUnknownElement() {
        return this == V4_07;
    }

    String placeElement() {
        return hasReportedActivities() ? "СвМН" : "СведМН";
    }
}
