package ru.mos.clusters.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256, by which documents are named and tables compared. */
final class Digests {

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of the lines, each ended by a line feed. */
    static String ofLines(List<String> lines) {
        var digest = sha256();
        lines.forEach(line -> digest.update((line + "\n").getBytes(UTF_8)));
        return hex(digest);
    }
}
