package ru.mos.clusters.benchmark;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The table of figures, as Markdown. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
        out.println("| job | measured | baseline | ratio | goal |");
        out.println("| --- | --- | --- | --- | --- |");
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
        out.println("| " + String.join(" | ", job, measured, baseline, ratio, goal) + " |");
        out.flush();
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }

    /** With two decimals; what is too small to tell is 0.00. */
    static String ratio(long measured, long yardstick) {
        return String.format(Locale.ROOT, "%.2f", measured / (double) yardstick);
    }
}
