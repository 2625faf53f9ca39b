package ru.mos.clusters.benchmark;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/** The table of figures, as Markdown; beside each the load of the machine when it was taken. */
final class Report {

    private static final long MEGABYTE = 1_048_576;

    private final PrintStream out;

    Report(PrintStream out, int records) {
        this.out = out;
        out.printf(
                "%n%d records, %d processors, Java %s%n%n",
                records,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature());
        out.println("| job | measured | baseline | ratio | goal | load |");
        out.println("| --- | --- | --- | --- | --- | --- |");
    }

    void ratio(String job, Duration measured, String baseline, Duration yardstick, String goal) {
        row(
                job,
                seconds(measured),
                baseline + " " + seconds(yardstick),
                ratio(measured.toNanos(), yardstick.toNanos()),
                goal);
    }

    void row(String job, String measured, String baseline, String ratio, String goal) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        out.println("| "
                + String.join(" | ", job, measured, baseline, ratio, goal, String.format(Locale.ROOT, "%.1f", load))
                + " |");
        out.flush();
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }

    static String millis(long micros) {
        return String.format(Locale.ROOT, "%.2f ms", micros / 1e3);
    }

    static String megabytes(long bytes) {
        return bytes / MEGABYTE + " MB";
    }

    /** With two decimals. */
    static String ratio(long measured, long yardstick) {
        return String.format(Locale.ROOT, "%.2f", measured / (double) yardstick);
    }
}
