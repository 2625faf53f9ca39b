package ru.mos.clusters.web.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Outcomes of actions: after a post the browser goes on to a page by itself, so that reloading repeats nothing. */
public final class Redirect {

    private Redirect() {}

    /**
     * To a page with parameters: {@code Redirect.to("/cluster/card", "id", id)}.
     *
     * @param nameAndValue names and values in turn
     */
    public static String to(String page, Object... nameAndValue) {
        var outcome = new StringBuilder(page).append("?faces-redirect=true");
        for (int i = 0; i < nameAndValue.length; i += 2) {
            outcome.append('&')
                    .append(nameAndValue[i])
                    .append('=')
                    .append(URLEncoder.encode(nameAndValue[i + 1].toString(), StandardCharsets.UTF_8));
        }
        return outcome.toString();
    }
}
