package ru.mos.clusters.cluster;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Adds a sector to the directory.
 *
 * @param prefix of the codes of its clusters; null: its own code
 */
public record AddSector(
        String code,
        String nameRu,
        String nameEn,
        @Nullable String prefix,
        LocalDate from,
        List<SectorActivity> activities) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,29}");
    private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9]{0,19}");
    private static final Pattern ACTIVITY = Pattern.compile("\\d{2}(\\.\\d{1,2}(\\.\\d{1,2})?)?");

    /**
     * @throws Problem {@code sector-code-malformed}, {@code sector-prefix-malformed}, {@code activity-code-malformed},
     *     {@code field-required}, {@code text-too-long}
     */
    public AddSector {
        nameRu = Text.required(nameRu, "/nameRu");
        nameEn = Text.required(nameEn, "/nameEn");
        if (!CODE.matcher(code).matches()) {
            throw new Problem(ClusterProblem.SECTOR_CODE_MALFORMED).at("/code");
        }
        if (!PREFIX.matcher(prefixOf(code, prefix)).matches()) {
            throw new Problem(ClusterProblem.SECTOR_PREFIX_MALFORMED).at("/prefix");
        }
        activities = List.copyOf(activities);
        for (int i = 0; i < activities.size(); i++) {
            if (!ACTIVITY.matcher(activities.get(i).code()).matches()) {
                throw new Problem(ClusterProblem.ACTIVITY_CODE_MALFORMED).at("/activities/" + i + "/code");
            }
        }
    }

    String prefixed() {
        return prefixOf(code, prefix);
    }

    private static String prefixOf(String code, @Nullable String prefix) {
        return prefix == null ? code.replace("_", "") : prefix;
    }
}
