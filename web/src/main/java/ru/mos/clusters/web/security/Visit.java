package ru.mos.clusters.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * That somebody logged in with this browser and has not logged out since. A session that has run out leaves nothing else
 * behind to tell it from one that never was.
 */
public final class Visit {

    private static final String COOKIE = "VISIT";

    private Visit() {}

    /** Somebody logged in. */
    public static void begin(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "1", -1));
    }

    /** They logged out, or were told that their session has run out. */
    public static void end(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", 0));
    }

    static boolean lasts(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Cookie cookie(HttpServletRequest request, String value, int maxAge) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(maxAge);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        return cookie;
    }
}
