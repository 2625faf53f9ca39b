package ru.mos.clusters.generator;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A release of the register of small and medium-sized enterprises, alone or in a row of releases of one population:
 *
 * <pre>{@code
 * var august = SmeRelease.first(1, 100_000, LocalDate.of(2026, 8, 10), FormatVersion.V4_06);
 * var september = august.next(LocalDate.of(2026, 9, 10), FormatVersion.V4_06, Movement.MONTH);
 * august.writeTo(Path.of("august.zip"));
 * september.writeTo(Path.of("september.zip"));            // and september.zip.changes.csv
 * september.headcount(2025).writeTo(Path.of("headcount.zip"));
 * }</pre>
 */
public final class SmeRelease extends Release {
    /** From October 2020 on the day comes first in the names of the archives. */
    private static final LocalDate DAY_FIRST = LocalDate.of(2020, 10, 11);

    private final Population population;

    private SmeRelease(Population population, Map<Defect, Integer> defects) {
        super(new RegisterContent(population, population.last()), defects);
        this.population = population;
    }

    /**
     * The first release of a population. With fewer records it is an extract of the one with more.
     *
     * @param records from 0 to about 6 million: an archive holds 4 GB
     * @param stateOn {@code ДатаСост}, after August 1, 2016; every date of entry is earlier
     */
    public static SmeRelease first(long seed, int records, LocalDate stateOn, FormatVersion version) {
        Stage stage = new Stage(stateOn, version, new Movement(0, 0, 0, 0));
        return new SmeRelease(new Population(seed, records, List.of(stage)), Map.of());
    }

    /**
     * The release after this one, without this one's defects.
     *
     * @param stateOn later than this one's
     */
    public SmeRelease next(LocalDate stateOn, FormatVersion version, Movement movement) {
        List<Stage> stages = new ArrayList<>(population.stages());
        stages.add(new Stage(stateOn, version, movement));
        return new SmeRelease(new Population(population.seed(), population.records(), stages), Map.of());
    }

    /** The latest year whose figures are published by that day. */
    public static int latestYear(LocalDate day) {
        int year = day.getYear() - 1;
        return Figures.publishedOn(year).isAfter(day) ? year - 1 : year;
    }

    /** Headcount on December 31 of a year, of the legal entities in this release; a few do not report. */
    public Release headcount(int year) {
        return new YearlyRelease(new YearlyContent(population, population.last(), Figures.HEADCOUNT, year), Map.of());
    }

    /** Income and expenses in a year, of the same legal entities as the headcount. */
    public Release income(int year) {
        return new YearlyRelease(new YearlyContent(population, population.last(), Figures.INCOME, year), Map.of());
    }

    @Override
    public SmeRelease with(Defect defect, int count) {
        return new SmeRelease(population, defectsAnd(defect, count));
    }

    @Override
    public String archiveName() {
        Stage now = population.stages().get(population.last());
        String pattern = now.stateOn().isBefore(DAY_FIRST) ? "MMddyyyy" : "ddMMyyyy";
        return "data-" + now.stateOn().format(DateTimeFormatter.ofPattern(pattern)) + "-structure-"
                + now.version().structure() + ".zip";
    }

    /** Beside the release, from the second on, also writes what changed, with {@code .changes.csv} added to the name. */
    @Override
    public void writeTo(Path target) throws IOException {
        super.writeTo(target);
        if (population.last() > 0) {
            try (Writer out = Files.newBufferedWriter(beside(target, ".changes.csv"))) {
                writeChanges(out);
            }
        }
    }

    /**
     * Writes exactly who entered, left or changed since the release before: a heading, then lines
     * {@code ENTERED|LEFT|CHANGED,inn}. Changed is whoever is in both with at least one differing fact: the date of
     * entry is a fact, the date of state and the number of the document are none, and what only the later version can
     * say is a new fact. Counts the subjects of the sound release, whatever its defects.
     */
    public void writeChanges(Appendable out) throws IOException {
        out.append("kind,inn\n");
        for (int slot = 0; slot < population.slots(population.last()); slot++) {
            String kind = change(slot);
            if (!kind.isEmpty()) {
                out.append(kind).append(',').append(population.inn(slot)).append('\n');
            }
        }
    }

    private String change(int slot) {
        int last = population.last();
        Optional<Subject> before = last == 0 ? Optional.empty() : population.find(slot, last - 1);
        Optional<Subject> now = population.find(slot, last);
        if (before.equals(now)) {
            return "";
        }
        if (before.isEmpty()) {
            return "ENTERED";
        }
        return now.isEmpty() ? "LEFT" : "CHANGED";
    }
}
