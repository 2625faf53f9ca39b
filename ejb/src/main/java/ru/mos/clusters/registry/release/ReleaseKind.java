package ru.mos.clusters.registry.release;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a release speaks about. */
public enum ReleaseKind {
    /** Who is in the unified register of small and medium enterprises. */
    SME_REGISTER("РЕЕСТРМСП", Set.of("4.01", "4.04", "4.06")),
    /** Average headcount of organisations over a year. */
    HEADCOUNT("ОТКРДАННЫЕ3", Set.of("4.01")),
    /** Income and expense of organisations over a year. */
    INCOME("ОТКРДАННЫЕ5", Set.of("4.01"));

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> provenVersions;

    ReleaseKind(String code, Set<String> provenVersions) {
        this.code = code;
        this.provenVersions = provenVersions;
    }

    /** By the mark inside the file ({@code ТипИнф}). */
    static Optional<ReleaseKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** Format versions this program was proven on; others are read tolerantly and reported. */
    boolean isProven(String version) {
        return provenVersions.contains(version);
    }
}
