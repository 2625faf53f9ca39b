package ru.mos.clusters.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PersonName;

/** A row of a search as the statement answers it; {@code part, key, inn} is its place in the order. */
record FoundRow(
        int part,
        String key,
        String inn,
        @Nullable String ogrn,
        EntityKind kind,
        @Nullable String name,
        @Nullable String region,
        SmeStatus status,
        @Nullable SmeCategory category,
        @Nullable String mainCode,
        @Nullable String mainVersion,
        @Nullable String mainName) {

    /** As a row of a list: whatever else, the names of private persons are cut. */
    EntityRow view() {
        var number = new Inn(inn);
        return new EntityRow(
                number,
                ogrn,
                kind,
                PersonName.shown(name, number),
                region,
                status,
                category,
                mainCode == null ? null : new Activity(mainCode, mainName, mainVersion));
    }

    List<String> cursor(boolean byNumber) {
        return byNumber ? List.of(Integer.toString(part), key, inn) : List.of(key, inn);
    }
}
