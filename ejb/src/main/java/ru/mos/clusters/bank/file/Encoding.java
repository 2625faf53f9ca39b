package ru.mos.clusters.bank.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** In which programs of banks write Russian text. */
enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    WINDOWS(Charset.forName("windows-1251")),
    DOS(Charset.forName("IBM866"));

    /** Put by a decoder where bytes mean nothing. */
    private static final char NOTHING = '\ufffd';

    /** Letters of CP1251 that no Russian text has; bytes of other encodings come out as these. */
    private static final String NEVER_RUSSIAN = "ЂЃѓЉЊЌЋЏђљњќћџ";

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    /** By its IANA name. */
    String iana() {
        return charset.name();
    }

    String decode(byte[] bytes) {
        return new String(bytes, charset);
    }

    /** Whether a line decoded so can have been written so. */
    boolean plausible(String decoded, byte[] bytes) {
        if (decoded.indexOf(NOTHING) >= 0) {
            return false;
        }
        if (this == UTF_8 || decoded.length() < bytes.length) {
            return true;
        }
        return !looksLikeUtf8(bytes) && !(this == WINDOWS && strange(decoded));
    }

    private static boolean strange(String decoded) {
        return decoded.chars()
                        .filter(letter -> NEVER_RUSSIAN.indexOf(letter) >= 0)
                        .limit(3)
                        .count()
                == 3;
    }

    /** At least two Cyrillic letters, and nothing else beyond ASCII, as UTF-8 writes them: no text of one-byte letters does. */
    private static boolean looksLikeUtf8(byte[] bytes) {
        int letters = 0;
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int lead = bytes[at] & 0xff;
            boolean pair = (lead == 0xd0 || lead == 0xd1) && at + 1 < bytes.length && (bytes[at + 1] & 0xc0) == 0x80;
            if (!pair) {
                return false;
            }
            letters++;
            at += 2;
        }
        return letters > 1;
    }

    /** What the header's {@code Кодировка} claims; empty for a word that nobody uses. */
    static Optional<Encoding> claimed(String word) {
        return switch (word.strip().toUpperCase(Locale.ROOT)) {
            case "WINDOWS", "WINDOWS-1251", "CP1251", "ANSI" -> Optional.of(WINDOWS);
            case "DOS", "CP866", "OEM" -> Optional.of(DOS);
            case "UTF-8", "UTF8" -> Optional.of(UTF_8);
            default -> Optional.empty();
        };
    }
}
