package ru.mos.clusters.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Proves that a plain form comes from a page of this session. Faces forms carry their view state instead. */
public final class FormToken {

    /** Name of the hidden field. */
    public static final String FIELD = "token";

    private static final String KEY = "ru.mos.clusters.token";
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormToken() {}

    /** The token of the session, made when first asked for. */
    public static String of(HttpSession session) {
        var token = (String) session.getAttribute(KEY);
        if (token == null) {
            var bytes = new byte[16];
            RANDOM.nextBytes(bytes);
            token = HexFormat.of().formatHex(bytes);
            session.setAttribute(KEY, token);
        }
        return token;
    }

    /** Whether the form holds the token of its session. */
    public static boolean holds(HttpServletRequest request) {
        var session = request.getSession(false);
        var sent = request.getParameter(FIELD);
        return session != null
                && sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), of(session).getBytes(StandardCharsets.UTF_8));
    }
}
