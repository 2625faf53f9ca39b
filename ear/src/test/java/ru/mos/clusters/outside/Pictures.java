package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Pages as they were seen: nothing keeps anybody from reading one, nothing is cut off, each leaves pictures to look at. */
final class Pictures {

    /** How a text that no bundle knows is shown. */
    private static final Pattern UNTOLD = Pattern.compile("\\[[A-Za-z]+\\.[\\w.]+]");

    private Pictures() {}

    static void seen(Screen screen, String name) {
        assertThat(screen.barriers()).as(name).isEmpty();
        assertThat(screen.overflow()).as(name).isZero();
        assertThat(screen.page().locator("main").innerText()).as(name).doesNotContainPattern(UNTOLD);
        picture(screen, name);
        var size = screen.page().viewportSize();
        screen.page().setViewportSize(1920, 1080);
        assertThat(screen.overflow()).as(name).isZero();
        picture(screen, name + "-wide");
        screen.page().setViewportSize(size.width, size.height);
    }

    private static void picture(Screen screen, String name) {
        screen.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "pictures", name + ".png")));
    }
}
