package ru.mos.clusters.generator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The generator on the command line; {@code --help} says how. */
public final class Main {
    private static final String HELP = """
            Writes synthetic files in the forms of the tax service's open data.
            The same arguments give the same bytes; every enterprise and person is invented.

              sme        releases of the register of small and medium-sized enterprises, one a month
              headcount  headcount of the same legal entities in a year
              income     income and expenses of the same legal entities in a year
              defect     small files with one defect each

            Where to
              --out PATH          directory (default .) or, for a single file, its name in .zip or .xml

            Population (sme, headcount, income)
              --seed N            default 1
              --records N         records of the first release, default 1000
              --state-on DATE     state of the first release, default 2026-08-10
              --version V[,V...]  4.01 4.04 4.05 4.06 4.07, one for each release (the last one for the rest), default 4.06
              --releases N        how many months in a row, default 1; from the second on NAME.changes.csv
                                  lists who entered, left and changed
              --entered, --left, --changed, --returned N
                                  movement a month in parts per thousand, default 10, 10, 20, 100
                                  (returned: of those who had left)
              --year Y            headcount, income: default 2025
              --defects D=N[,D=N...]
                                  puts defects into the last release; NAME.defects.csv lists where

            Defects (defect)
              --name D[,D...]     default all; "list" shows them
            """;

    private static final Set<String> OPTIONS = Set.of(
            "out",
            "seed",
            "records",
            "state-on",
            "version",
            "releases",
            "entered",
            "left",
            "changed",
            "returned",
            "year",
            "defects",
            "name");

    private final Options options;
    private final PrintStream out;

    private Main(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Ends with 0, or with 2 when the arguments make no sense. */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /**
     * Does what the arguments say.
     *
     * @return exit code: 0, or 2 with a line on {@code err} when they make no sense
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        if (arguments.isEmpty() || arguments.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        try {
            new Main(Options.of(arguments.subList(1, arguments.size()), OPTIONS), out).run(arguments.get(0));
            return 0;
        } catch (IllegalArgumentException | DateTimeException senseless) {
            err.println(senseless.getMessage() + "; --help says what there is");
            return 2;
        }
    }

    private void run(String command) throws IOException {
        switch (command) {
            case "sme" -> writeReleases();
            case "headcount" -> write(withDefects(lastRelease().headcount(year())));
            case "income" -> write(withDefects(lastRelease().income(year())));
            case "defect" -> writeDefects();
            default -> throw new IllegalArgumentException("No such command: " + command);
        }
    }

    private void writeReleases() throws IOException {
        List<SmeRelease> releases = releases();
        for (SmeRelease release : releases.subList(0, releases.size() - 1)) {
            write(release);
        }
        write(withDefects(releases.get(releases.size() - 1)));
    }

    private void writeDefects() throws IOException {
        if (options.text("name", "").equals("list")) {
            Arrays.stream(Defect.values()).forEach(defect -> out.printf("%-26s %s%n", defect, defect.meaning()));
            return;
        }
        List<Defect> defects = options.text("name", "").isEmpty()
                ? List.of(Defect.values())
                : Arrays.stream(options.text("name", "").split(","))
                        .map(Main::defect)
                        .toList();
        for (Defect defect : defects) {
            Path target = target(defect.name().toLowerCase(Locale.ROOT) + ".zip", defects.size() == 1);
            defect.writeTo(target);
            report(target);
        }
    }

    private List<SmeRelease> releases() {
        List<String> versions = List.of(options.text("version", "4.06").split(","));
        LocalDate stateOn = LocalDate.parse(options.text("state-on", "2026-08-10"));
        var movement = new Movement(
                options.number("entered", Movement.MONTH.entered()),
                options.number("left", Movement.MONTH.left()),
                options.number("changed", Movement.MONTH.changed()),
                options.number("returned", Movement.MONTH.returned()));
        List<SmeRelease> releases = new ArrayList<>();
        releases.add(SmeRelease.first(
                options.number("seed", 1),
                options.number("records", 1000),
                stateOn,
                FormatVersion.of(versions.get(0))));
        for (int at = 1; at < options.number("releases", 1); at++) {
            FormatVersion version = FormatVersion.of(versions.get(Math.min(at, versions.size() - 1)));
            releases.add(releases.get(at - 1).next(stateOn.plusMonths(at), version, movement));
        }
        return releases;
    }

    private SmeRelease lastRelease() {
        List<SmeRelease> releases = releases();
        return releases.get(releases.size() - 1);
    }

    private Release withDefects(Release sound) {
        Release release = sound;
        for (String defect : options.text("defects", "").split(",")) {
            if (!defect.isEmpty()) {
                String[] parts = defect.split("=");
                release = release.with(defect(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
            }
        }
        return release;
    }

    private void write(Release release) throws IOException {
        Path target = target(release.archiveName(), options.number("releases", 1) == 1);
        release.writeTo(target);
        report(target);
    }

    private Path target(String name, boolean isOnly) throws IOException {
        Path path = Path.of(options.text("out", "."));
        if (isOnly && path.toString().matches(".*\\.(zip|xml)")) {
            return path;
        }
        return Files.createDirectories(path).resolve(name);
    }

    private void report(Path target) throws IOException {
        out.println(target + " " + Files.size(target) + " bytes");
    }

    private static Defect defect(String name) {
        return Arrays.stream(Defect.values())
                .filter(defect -> defect.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such defect: " + name));
    }

    private int year() {
        return options.number("year", 2025);
    }
}
