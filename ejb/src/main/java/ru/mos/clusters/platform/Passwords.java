package ru.mos.clusters.platform;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;

/** What a password must be, and how one is made. Only its hash is ever stored. */
public final class Passwords {

    /** Characters at least. */
    static final int SHORTEST = 10;

    /** Bytes at most: the hash looks no further. */
    private static final int LONGEST = 72;

    private static final String UNMISTAKABLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** @throws Problem {@code password-too-weak}, {@code text-too-long} */
    static void require(String password, String login) {
        if (password.codePointCount(0, password.length()) < SHORTEST
                || password.toLowerCase(Locale.ROOT).contains(login)
                || password.chars().distinct().count() < 5) {
            throw new Problem(PlatformProblem.PASSWORD_TOO_WEAK, SHORTEST).at("/password");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new Problem(PlatformProblem.TEXT_TOO_LONG, "password", LONGEST).at("/password");
        }
    }

    /** Four groups of four signs that nobody confuses: about 80 bits. */
    public static String make() {
        var made = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                made.append('-');
            }
            made.append(UNMISTAKABLE.charAt(RANDOM.nextInt(UNMISTAKABLE.length())));
        }
        return made.toString();
    }
}
