package ru.mos.clusters.outside;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** One person's window: what it shows and what they do in it. Whatever the browser complains of is kept. */
final class Screen implements AutoCloseable {

    private static final List<String> ACCESSIBLE = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private static final AtomicInteger WINDOWS = new AtomicInteger();

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Screen(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(60_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + " console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " script: " + error));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.url() + " answers " + response.status());
            }
        });
    }

    Page page() {
        return page;
    }

    /** What the browser has complained of since it was last asked. */
    List<String> complaints() {
        var all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    Screen go(String path) {
        page.navigate(FromOutside.URL + path.replaceFirst("^/", ""));
        return this;
    }

    Screen logIn(String login) {
        go("login.xhtml");
        page.locator("input[type=text]").fill(login);
        page.locator("input[type=password]").fill("demo");
        page.locator("input[type=password]").press("Enter");
        page.waitForURL(url -> !url.contains("login.xhtml"));
        return this;
    }

    /** What the browser would send with a request of its own. */
    String cookies() {
        return context.cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    void fill(String label, String value) {
        page.getByLabel(label).first().fill(value);
    }

    Locator text(String text) {
        return page.getByText(text).first();
    }

    String title() {
        return page.locator("h1").innerText();
    }

    /** Violations of WCAG 2.1 AA on the page as it stands, one a line; nothing if there are none. */
    String barriers() {
        return String.join(
                "\n",
                new AxeBuilder(page)
                        .withTags(ACCESSIBLE).analyze().getViolations().stream()
                                .map(rule -> rule.getId() + " at "
                                        + rule.getNodes().get(0).getTarget())
                                .toList());
    }

    /** By how many pixels the page is wider than its window. */
    int overflow() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /** Leaves a picture of what was seen last, to be looked at when a test fails. */
    @Override
    public void close() {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", "window-" + WINDOWS.incrementAndGet() + ".png"))
                .setFullPage(true));
        context.close();
    }
}
