package ru.mos.clusters.generator;

import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Headcount or income and expenses of one year. */
final class YearlyRelease extends Release {
    private final YearlyContent content;

    YearlyRelease(YearlyContent content, Map<Defect, Integer> defects) {
        super(content, defects);
        this.content = content;
    }

    @Override
    public YearlyRelease with(Defect defect, int count) {
        return new YearlyRelease(content, defectsAnd(defect, count));
    }

    @Override
    public String archiveName() {
        return "data-" + content.writtenOn().format(DateTimeFormatter.BASIC_ISO_DATE) + "-structure-"
                + content.figures().structure + ".zip";
    }
}
