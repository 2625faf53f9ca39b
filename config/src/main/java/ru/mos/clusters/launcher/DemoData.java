package ru.mos.clusters.launcher;

import java.io.PrintStream;

/** Demo data, loaded through the services that users call. */
final class DemoData {

    private final String url;
    private final PrintStream out;

    DemoData(String url, PrintStream out) {
        this.url = url;
        this.out = out;
    }

    void loadOnce() {
        out.println("Demo data: none yet for " + url);
    }
}
