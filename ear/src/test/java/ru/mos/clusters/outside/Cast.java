package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

/** The people of a walk: each in a window of its own, logged in when first needed. */
final class Cast implements AutoCloseable {

    private final Chromium chromium;
    private final Map<String, Screen> windows = new LinkedHashMap<>();

    Cast(Chromium chromium) {
        this.chromium = chromium;
    }

    Screen of(String login) {
        return of(login, "ru-RU");
    }

    Screen of(String login, String locale) {
        return windows.computeIfAbsent(
                login, newcomer -> chromium.open(locale, 1366, 768).logIn(newcomer));
    }

    /** Nobody's browser had anything to complain of. */
    void assertContent() {
        windows.forEach(
                (login, screen) -> assertThat(screen.complaints()).as(login).isEmpty());
    }

    @Override
    public void close() {
        windows.values().forEach(Screen::close);
    }
}
