package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. */
final class Chromium implements AutoCloseable {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setTimeout(120_000) // on a loaded machine
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Skips the test loudly where the machine has none; where one is required, as in CI, fails it. */
    static Chromium require() {
        var found = find();
        if (found.isEmpty()) {
            System.err.println("""
                    ==================================================================================
                    THE SCREENS ARE NOT TESTED: there is no Chromium on this machine. Install it, or
                    name it in the variable CHROMIUM.
                    ==================================================================================""");
            assertThat(System.getenv("CLUSTERS_BROWSER_REQUIRED"))
                    .as("a browser is required here")
                    .isNull();
        }
        assumeTrue(found.isPresent(), "no Chromium");
        return new Chromium(found.orElseThrow());
    }

    private static Optional<Path> find() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A window of its own, with nothing kept from another; pages speak the locale's language. */
    Screen open(String locale, int width, int height) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(locale)
                .setViewportSize(width, height)
                .setAcceptDownloads(true));
        context.addCookies(List.of(new Cookie("LANGUAGE", locale.substring(0, 2)).setUrl(FromOutside.URL)));
        return new Screen(context);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
