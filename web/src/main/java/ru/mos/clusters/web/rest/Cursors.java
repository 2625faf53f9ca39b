package ru.mos.clusters.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Secrets;

/** Page cursors: the key of the last row, opaque and signed, so that nobody builds one by hand. */
@ApplicationScoped
public class Cursors {

    private static final String SEPARATOR = "\u001f";
    private static final int SEAL = 16;

    @Inject
    private Secrets secrets;

    /**
     * The cursor that stands for the key.
     *
     * @param list in which it stands for it, and in no other
     */
    public @Nullable String write(String list, @Nullable List<String> key) {
        if (key == null) {
            return null;
        }
        var text = String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8);
        var sealed = Arrays.copyOf(seal(list, text), SEAL + text.length);
        System.arraycopy(text, 0, sealed, SEAL, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** @throws Problem {@code cursor-invalid} also for one of another list */
    public List<String> read(String list, @Nullable String cursor) {
        if (cursor == null) {
            return List.of();
        }
        try {
            var sealed = Base64.getUrlDecoder().decode(cursor);
            if (sealed.length >= SEAL) {
                var text = Arrays.copyOfRange(sealed, SEAL, sealed.length);
                if (MessageDigest.isEqual(seal(list, text), Arrays.copyOf(sealed, SEAL))) {
                    return List.of(new String(text, StandardCharsets.UTF_8).split(SEPARATOR, -1));
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below, like a forged one
        }
        throw new Problem(PlatformProblem.CURSOR_INVALID);
    }

    private byte[] seal(String list, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.key("cursor"), "HmacSHA256"));
            mac.update((list + SEPARATOR).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(text), SEAL);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
